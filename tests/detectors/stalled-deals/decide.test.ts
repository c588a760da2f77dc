// The decision on literal counts.
import { describe, expect, it } from 'vitest'
import { cycleOf } from '../../../src/detectors/stalled-deals/cycle.ts'
import { judge } from '../../../src/detectors/stalled-deals/judge.ts'
import { options, type Options } from '../../../src/detectors/stalled-deals/options.ts'
import { pipelineOf } from '../../../src/detectors/stalled-deals/pipeline.ts'
import type { OpenRow } from '../../../src/detectors/stalled-deals/rows.ts'
import type { OptionValues } from '../../../src/detectors/options.ts'

const defaults = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as OptionValues<Options>

const cycle = (state: string, age: number | null, deals: number) => ({ state, age, deals, closedLater: 0 })
const open = (owner: string | null, age: number | null, deals: number): OpenRow => ({
  ownerKey: owner,
  owner,
  other: false,
  currency: null,
  age,
  overdue: false,
  stuck: false,
  deals,
  valued: 0,
  amount: 0,
})

describe('the clock', () => {
  it('counts losses as gone and open deals as waiting', () => {
    // At risk 40: 10 won on day 10 (CIF .25), 20 lost on day 20, 10 open until day 30; then nobody is left.
    const found = cycleOf([cycle('won', 10, 10), cycle('lost', 20, 20), cycle('open', 30, 10)], {
      wonShare: 90,
      minWon: 1,
    })
    expect(found).toMatchObject({ threshold: 10, longest: 20 })
    expect(found.no).toEqual({ deals: 20, half: 20, most: 20 })
  })

  it('comes later where open deals left before the late wins', () => {
    // 80 won on day 10 of 200 at risk: CIF .4. 100 open leave on day 15. 20 at risk, 10 won on day 50: + .6 x .5 = .7. 90 % of .7 is .63.
    const rows = [cycle('won', 10, 80), cycle('open', 15, 100), cycle('won', 50, 10), cycle('lost', 60, 10)]
    expect(cycleOf(rows, { wonShare: 90, minWon: 20 }).threshold).toBe(50)
    // Of the won deals alone 80 of 90 were won on day 10: a clock of wins only would say 50 as well, one of 88 % would say 10.
    expect(cycleOf(rows, { wonShare: 88, minWon: 20 }).threshold).toBe(50)
  })

  it('needs enough wins', () =>
    expect(cycleOf([cycle('won', 10, 19)], { wonShare: 90, minWon: 20 }).threshold).toBeNull())
})

describe('the limit', () => {
  const known = cycleOf([cycle('won', 10, 30)], { wonShare: 90, minWon: 20 })
  const verdictOf = (
    stalled: number,
    all: number,
    more: Partial<OptionValues<Options>> = {},
  ): string | undefined => {
    const rows = [open('Ann', 99, stalled), open('Ann', 5, all - stalled)]
    return judge(pipelineOf(rows, known), known, { ...defaults, ...more }).company?.verdict
  }

  it.each([
    // One-sided 97.5 % lower Wilson bounds by hand: 45 of 100 .356, 40 of 100 .309, 38 of 100 .291, 35 of 100 .264.
    [45, 100, 'problem'],
    [40, 100, 'problem'],
    [38, 100, 'watch'],
    [35, 100, 'watch'],
    [30, 100, 'ok'],
    [0, 100, 'ok'],
    [12, 19, 'insufficient'],
    // 340 of 1000: surely above 30 %, but by 4 points only.
    [340, 1000, 'watch'],
    [360, 1000, 'problem'],
  ])('%i of %i open deals stalled: %s', (stalled, all, verdict) =>
    expect(verdictOf(stalled, all)).toBe(verdict),
  )

  it('needs ten stalled deals', () => {
    expect(verdictOf(14, 20)).toBe('problem')
    expect(verdictOf(14, 20, { minStalled: 15 })).toBe('watch')
  })

  it('is an option', () => expect(verdictOf(45, 100, { maxStalled: 50 })).toBe('ok'))

  it('counts deals without a creation day in no share', () => {
    const rows = [open('Ann', 99, 10), open('Ann', 5, 30), open('Ann', null, 500)]
    const found = judge(pipelineOf(rows, known), known, defaults)
    expect(found.company).toMatchObject({ stalled: 10, open: 40, share: 0.25 })
  })
})
