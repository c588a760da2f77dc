// The trend on literal counts.
import { describe, expect, it } from 'vitest'
import { options, type Options } from '../../../src/detectors/lost-not-revisited/options.ts'
import { trendOf } from '../../../src/detectors/lost-not-revisited/trend.ts'
import type { OptionValues } from '../../../src/detectors/options.ts'

const defaults = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as unknown as OptionValues<Options>

/** Two days of losses, all watched for 180 days; `x` of `n` won back on day 60. */
const trend = (older: readonly [number, number], newer: readonly [number, number], more = {}) =>
  trendOf(
    [['2025-01-01', ...older] as const, ['2025-07-01', ...newer] as const].flatMap(([lostOn, x, n]) => [
      { lostOn, days: 60, event: true, deals: x },
      { lostOn, days: 180, event: false, deals: n - x },
    ]),
    { ...defaults, ...more },
  )

describe('the verdict', () => {
  it.each([
    // z by hand: (.05 - .12) / sqrt(.12 x .88 / 200 + .05 x .95 / 200) = -2.53.
    [[24, 200], [10, 200], 'problem'],
    // (.09 - .12) / sqrt(.1056 / 200 + .0819 / 200) = -.98: p .16.
    [[24, 200], [18, 200], 'ok'],
    // (.075 - .12) / sqrt(.1056 / 200 + .0694 / 200) = -1.52: p .064.
    [[24, 200], [15, 200], 'watch'],
    [[24, 200], [24, 200], 'ok'],
    [[10, 200], [24, 200], 'ok'],
    // Surely lower, but by a tenth of what it was: 12 % and 10.8 % of 20,000 each.
    [[2400, 20_000], [2160, 20_000], 'ok'],
    // Seven and one: too few won back for a problem.
    [[7, 200], [1, 200], 'watch'],
  ] as const)('%j then %j: %s', (older, newer, verdict) => expect(trend(older, newer).verdict).toBe(verdict))

  it('has limits that can be set', () => {
    expect(trend([7, 200], [1, 200], { minWonBack: 8 }).verdict).toBe('problem')
    expect(trend([2400, 20_000], [2160, 20_000], { minFall: 5 }).verdict).toBe('problem')
    expect(trend([24, 200], [10, 200], { minLosses: 201 }).verdict).toBeNull()
  })

  it('gives the difference with its interval', () => {
    const { change } = trend([24, 200], [10, 200])
    expect(change?.points).toBeCloseTo(-0.07, 12)
    // Greenwood of a single step is the binomial error: sqrt(.1056/200 + .0475/200) = .027668.
    expect(change?.upper).toBeCloseTo(-0.07 + 1.959964 * 0.027668, 5)
    expect(change?.p).toBeCloseTo(0.0057, 4)
  })

  it('calls nothing of 200 something to watch, and nothing of 60 nothing', () => {
    expect(trend([0, 100], [0, 100]).verdict).toBe('watch')
    // The upper limit of 0 of 60 is 6 %.
    expect(trend([0, 30], [0, 30]).verdict).toBe('ok')
  })
})
