// Which periods are compared.
import { describe, expect, it } from 'vitest'
import { comparisonOf, rankedDays, type Input } from '../../../src/detectors/lost-reasons/comparison.ts'
import { populations } from '../../../src/detectors/lost-reasons/populations.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { input } from './losses.ts'

const compare = (over: Partial<Input>): unknown => {
  const all = { ...input({ reasons: [] }), ...over }
  const [population] = populations(all.present)
  if (population === undefined) throw new Error('no population')
  const { before, after, missing } = comparisonOf(population, all)
  return missing ?? [before?.label, after?.label]
}

describe('the two newest complete quarters', () => {
  it.each([
    ['2025-12-31', ['2025-Q3', '2025-Q4']],
    ['2025-12-29', ['2025-Q3', '2025-Q4']],
    ['2025-12-28', ['2025-Q2', '2025-Q3']],
    ['2025-01-15', ['2024-Q3', '2024-Q4']],
  ])('with data until %s', (end, periods) => {
    expect(compare({ horizon: () => end })).toEqual(periods)
  })

  it('are not looked for beyond --until or before --since', () => {
    expect(compare({ until: '2025-09-30' })).toEqual(['2025-Q2', '2025-Q3'])
    expect(compare({ since: '2025-07-02' })).toBe('the losses looked at begin on 2025-07-02, inside 2025-Q3')
    expect(compare({ since: '2025-07-01' })).toEqual(['2025-Q3', '2025-Q4'])
  })

  it('are not invented where there are no dates', () => {
    expect(compare({ horizon: () => '0001-01-01' })).toBe('there are no dates of the losses')
  })
})

it('a period asked for is compared with the one before it and ranked alone', () => {
  const period = parsePeriod('2025-03')
  expect(compare({ period })).toEqual(['2025-02', '2025-03'])
  expect(rankedDays({ ...input({ reasons: [] }), period, since: '2025-03-10' })).toEqual({
    first: '2025-03-10',
    last: '2025-03-31',
  })
})

it('a split date stands before everything', () => {
  const split = { options: { ...input({ reasons: [] }).options, splitDate: '2025-05-01' } }
  expect(compare(split)).toEqual(['before 2025-05-01', 'from 2025-05-01 on'])
  expect(compare({ ...split, since: '2025-06-01' })).toBe('no loss lies on either side of 2025-05-01')
})
