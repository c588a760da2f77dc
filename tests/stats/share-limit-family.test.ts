import { describe, expect, it } from 'vitest'
import { shareLimitFamily } from '../../src/stats/share-limit-family.ts'
import { shareLimit } from '../../src/stats/share-limit.ts'

const row = (x: number, n: number) => ({ x, n, limit: 0.25, direction: 'above' as const })

describe('shareLimitFamily', () => {
  it('finds the one among many', () => {
    const results = shareLimitFamily([row(40, 100), ...Array.from({ length: 19 }, () => row(25, 100))])
    expect(results.map(({ verdict }) => verdict)).toEqual([
      'problem',
      ...Array.from({ length: 19 }, () => 'ok'),
    ])
    // Twenty rows: the smallest p counts twentyfold.
    expect(results[0]?.adjustedP).toBeCloseTo(20 * (shareLimit(row(40, 100)).p ?? 0), 14)
  })

  it('is milder on weak evidence among many than alone', () => {
    expect(shareLimit(row(33, 100)).verdict).toBe('problem')
    const results = shareLimitFamily([row(33, 100), ...Array.from({ length: 19 }, () => row(20, 100))])
    expect(results[0]?.verdict).toBe('watch')
  })

  it('does not count rows with too few cases', () => {
    const results = shareLimitFamily([row(40, 100), row(9, 10), row(0, 0)])
    expect(results.map(({ verdict }) => verdict)).toEqual(['problem', 'insufficient', 'insufficient'])
    expect(results.map(({ adjustedP }) => adjustedP === null)).toEqual([false, true, true])
    expect(results[0]?.adjustedP).toBe(results[0]?.p)
  })

  it('is empty for no rows', () => {
    expect(shareLimitFamily([])).toEqual([])
  })
})
