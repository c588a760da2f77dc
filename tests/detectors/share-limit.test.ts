// Shares against their limits: verdicts, wording and the tables of owners and segments.
import { describe, expect, it } from 'vitest'
import { groupTables, judgeGroups } from '../../src/detectors/share-groups.ts'
import { briefShare, limitText, shareText } from '../../src/detectors/share-limit-words.ts'
import { judgeShares, strictness } from '../../src/detectors/share-limit.ts'

const strict = strictness({ minRows: 20, minExcess: 5 })

describe('one share against its limit', () => {
  it('40 of 100 against at most a quarter is a problem: the lower bound is 32 %', () => {
    const [judged] = judgeShares([{ x: 40, n: 100, limit: 0.25, direction: 'above' }], strict)
    expect(judged).toMatchObject({ verdict: 'problem', share: 0.4, adjustedP: null })
    // z = 0.15 / sqrt(0.25 * 0.75 / 100) = 3.4641
    expect(judged?.p).toBeCloseTo(0.000266, 6)
  })

  it('28 of 100 against at most a quarter is only worth watching', () => {
    const [judged] = judgeShares([{ x: 28, n: 100, limit: 0.25, direction: 'above' }], strict)
    expect(judged?.verdict).toBe('watch')
  })

  it('a certain but small excess is no problem: 2,800 of 10,000', () => {
    const [judged] = judgeShares([{ x: 2800, n: 10_000, limit: 0.25, direction: 'above' }], strict)
    expect(judged?.verdict).toBe('watch')
  })

  it('19 rows are too few', () => {
    const [judged] = judgeShares([{ x: 19, n: 19, limit: 0.25, direction: 'above' }], strict)
    expect(judged?.verdict).toBe('insufficient')
  })

  it('nothing has no share', () => {
    const [judged] = judgeShares([{ x: 0, n: 0, limit: 0.25, direction: 'above' }], strict)
    expect(judged).toMatchObject({ verdict: 'insufficient', share: null, lower: null, p: null })
  })
})

describe('several limits asked about at once', () => {
  // One-sided p of 33 of 100 against 0.25: z = 1.8475, p = 0.0323; alone it is enough, as one of five it is not.
  const borderline = { x: 33, n: 100, limit: 0.25, direction: 'above' } as const
  const kept = { x: 10, n: 100, limit: 0.25, direction: 'above' } as const

  it('what is a problem alone may be only worth watching among five', () => {
    expect(judgeShares([borderline], strict)[0]?.verdict).toBe('problem')
    expect(judgeShares([borderline, kept, kept, kept, kept], strict)[0]?.verdict).toBe('watch')
  })

  it('shares of too few rows do not count as asked', () => {
    const few = { ...kept, x: 1, n: 10 }
    expect(judgeShares([borderline, few, few, few, few], strict)[0]).toMatchObject({
      verdict: 'problem',
      adjustedP: null,
    })
  })
})

const row = (label: string, hits: number, total: number, grouping = 'owner') => ({
  grouping,
  key: label.toLowerCase(),
  label,
  hits,
  total,
})

describe('groups', () => {
  const limit = { limit: 0.5, direction: 'below' } as const
  const groups = judgeGroups(
    [row('Ann', 30, 40), row('Bo', 5, 40), row('Cy', 1, 3), row('North', 35, 80, 'segment')],
    limit,
    { ...strict, falseDiscoveryRate: 0.1 },
  )

  it('come worst first, each with its verdict', () => {
    expect(groups.map(({ label, verdict }) => [label, verdict])).toEqual([
      ['Bo', 'problem'],
      ['North', 'watch'],
      ['Ann', 'ok'],
      ['Cy', 'insufficient'],
    ])
  })

  it('fill one table per column', () => {
    const tables = groupTables(groups, { title: 'Debriefs', hits: 'Debriefed', total: 'Due', note: 'Share.' })
    expect(tables.map(({ id, title, rows }) => [id, title, rows.length])).toEqual([
      ['by-owner', 'Debriefs by owner', 3],
      ['by-segment', 'Debriefs by segment', 1],
    ])
    expect(tables[0]?.rows[2]?.at(-1)).toBe('insufficient-data')
  })
})

describe('wording', () => {
  it('names numerator, denominator and interval', () => {
    expect(shareText({ x: 76, n: 797 }, 'lost deal')).toBe(
      '76 of 797 lost deals (10 %, 95 % interval 8-12 %)',
    )
    expect(shareText({ x: 0, n: 0 }, 'lost deal')).toBe('0 of 0 lost deals')
    expect(briefShare({ x: 1, n: 4 })).toBe('1 of 4 (25 %)')
    expect(limitText({ limit: 0.5, direction: 'below' })).toBe('at least 50 %')
  })
})
