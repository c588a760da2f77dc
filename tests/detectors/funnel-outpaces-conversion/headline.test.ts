// The answer in one line, whatever it is.
import { describe, expect, it } from 'vitest'
import { decideMonths, decideOn, group, monthStart } from './rows.ts'

type Months = [number, number][]
const months = (count: number, one: (at: number) => [number, number]): Months =>
  Array.from({ length: count }, (_, at) => one(at))

/** Leads that double over 18 months, and a zigzag that goes nowhere. */
const leads = (at: number): number => 1000 + 60 * at
const zigzag = (at: number): number => (at % 2 === 0 ? 1 : -1)

describe('the headline', () => {
  const cases: [string, Months, RegExp][] = [
    [
      'keeps pace',
      months(18, (at) => [leads(at), leads(at) / 5 + zigzag(at)]),
      /^Conversion keeps pace: leads \+4\.\d % a month, 20\.\d % then 20\.\d % convert\.$/,
    ],
    [
      'improves',
      months(18, (at) => [leads(at), Math.round(leads(at) * (0.1 + at / 100))]),
      /^Conversion improves: leads \+4\.\d % a month, 14\.\d % then 23\.\d % convert\.$/,
    ],
    [
      'is small, though certain',
      months(18, (at) => [100 * leads(at), Math.round(20 * leads(at) * 0.996 ** at)]),
      /^A fall below 10 %: leads \+4\.\d % a month, 19\.7 % then 19\.0 % convert\.$/,
    ],
    [
      'has no growth to keep up with',
      months(18, (at) => [1000 + zigzag(at), 200 - zigzag(at)]),
      /^No gap to worry about: leads -?\+?0\.0 % a month, 20\.0 % then 20\.0 % convert\.$/,
    ],
    [
      'has too few months',
      months(4, () => [100, 20]),
      /^Whether leads outgrow conversion cannot be judged yet: only 4 of 4 months are old enough/,
    ],
    ['has no leads', [], /^Whether leads outgrow conversion cannot be judged yet: there are no leads/],
    [
      'has a problem',
      months(18, (at) => [leads(at), Math.round(300 - 8 * at)]),
      /^Leads grow by 4\.\d % a month while conversions within 90 days fell 7\d % behind over 18 months\.$/,
    ],
  ]
  it.each(cases)('%s', (_name, rows, headline) => expect(decideMonths(rows).headline).toMatch(headline))

  it('shows no share over 100 %, though young leads that all convert early are estimated beyond it', () => {
    // Old leads convert at once or after 60 days; the newest month holds two leads, ten days old and converted already.
    const old = Array.from({ length: 12 }, (_, at) => [
      group({ start: monthStart(at), lag: 0, leads: 10 }),
      group({ start: monthStart(at), lag: 60, leads: 10 }),
    ])
    const young = group({ start: '2024-03-22', lag: 0, leads: 12 })
    const { headline, tables } = decideOn({ groups: [...old.flat(), young] }, 14)
    expect(headline).toMatch(/, 100\.0 % then 100\.0 % convert\.$/)
    for (const id of ['funnel', 'halves']) {
      const table = tables.find((one) => one.id === id)
      const rate = table?.columns.findIndex((column) => column.id === 'rate') ?? -1
      expect(table?.note).toContain('the estimate passes 100 % and is shown as 100 %.')
      expect(
        table?.rows.map((row) => row[rate]).filter((share) => share !== null && Number(share) !== 1),
      ).toEqual([])
    }
  })

  it('fits a line of 80 columns where all is well', () => {
    for (const [, rows] of cases.slice(0, 4)) expect(decideMonths(rows).headline.length).toBeLessThan(75)
  })
})
