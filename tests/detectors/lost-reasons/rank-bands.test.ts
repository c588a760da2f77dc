// Rank bands of deals that name several reasons.
import { expect, it } from 'vitest'
import { rankBands } from '../../../src/detectors/lost-reasons/rank-bands.ts'
import type { Tally } from '../../../src/detectors/lost-reasons/tally.ts'

const tally = (counts: Record<string, number>, several: Tally['several'] = []): Tally => ({
  losses: 0,
  administrative: 0,
  reasoned: 0,
  blank: 0,
  unspecified: 0,
  rare: 0,
  counts: new Map(Object.entries(counts)),
  several,
  currencies: [],
})

it('single answers: 50, 30, 10 and 5 lie between ranks 1-2, 1-2, 3-4 and 3-4 (R, csranks)', () => {
  expect(rankBands(['a', 'b', 'c', 'd'], tally({ a: 50, b: 30, c: 10, d: 5 }))).toEqual([
    { best: 1, worst: 2 },
    { best: 1, worst: 2 },
    { best: 3, worst: 4 },
    { best: 3, worst: 4 },
  ])
})

it('several answers: deals naming both do not speak for either', () => {
  // 60 and 50 with 45 in common: 15 against 5, one-sided p = 0.0207, above 0.05 / 2 tests only without Holm's step (SciPy).
  const close = tally({ a: 60, b: 50 }, [{ labels: ['a', 'b'], deals: 45 }])
  expect(rankBands(['a', 'b'], close)).toEqual([
    { best: 1, worst: 1 },
    { best: 2, worst: 2 },
  ])
  // 60 and 50 with 40 in common: 20 against 10, p = 0.0494.
  const open = tally({ a: 60, b: 50 }, [{ labels: ['a', 'b'], deals: 40 }])
  expect(rankBands(['a', 'b'], open)).toEqual([
    { best: 1, worst: 2 },
    { best: 1, worst: 2 },
  ])
})
