import { describe, expect, test } from 'vitest'
import { totalLabel } from '../../../src/ingest/records/total-labels.ts'
import { lines } from '../load/loading.ts'
import { opened, recordsOf, summaryOf } from '../head/opened.ts'

describe('a cell that says nothing but that its row is a total', () => {
  const wholes = [
    'Total',
    'TOTAL:',
    'Total (30)',
    'Totals (1,204 records):',
    'Grand Total',
    'Gesamtergebnis',
    'Gesamtsumme:',
    'Total général',
    'Total ge\u0301ne\u0301ral',
    'Total general',
    'Total Geral',
    'Suma końcowa',
    'Eindtotaal',
    'Totale complessivo',
    'Общий итог',
    '合計：',
    '総計',
  ]
  test.each(wholes)('of the whole: %s', (text) => expect(totalLabel(text)).toBe('whole'))
  test.each(['Subtotal', 'Zwischensumme:', '小計'])('of a part: %s', (text) =>
    expect(totalLabel(text)).toBe('part'),
  )
  const others = [
    '',
    'TotalEnergies',
    'Total Care',
    'Total SE',
    'Total (France)',
    'Summer',
    'Sum of all fears',
  ]
  test.each(others)('not: %s', (text) => expect(totalLabel(text)).toBeNull())
})

const summary = async (...rows: string[]): Promise<string[]> =>
  (await recordsOf(await opened(lines(...rows)))).records.map(summaryOf)
const last = async (...rows: string[]): Promise<string | undefined> => (await summary(...rows)).at(-1)
const invoices = (count: number): string[] => [
  'Customer,Invoice Date,Amount',
  ...Array.from({ length: count }, (_, at) => `C${at},2026-02-0${1 + (at % 9)},100`),
]

describe('a total below few rows', () => {
  test.each([2, 3, 4, 5, 8, 9, 30])('of %i is none of them', async (count) => {
    expect(await last(...invoices(count), `Total,,${count}00`)).toBe(`${count + 2} subtotal`)
  })

  test('is none of them though another row lacks the date, too', async () => {
    expect(await last(...invoices(6), 'C7,,100', 'Total,,700')).toBe('9 subtotal')
  })

  test('is none of them after totals of parts, which do not count as rows either', async () => {
    const rows = [
      'A,2026-02-01,100',
      'B,2026-02-02,100',
      'Subtotal,,200',
      'C,2026-02-03,100',
      'Total (3),,300',
    ]
    expect(await summary('Customer,Invoice Date,Amount', ...rows)).toEqual([
      '2 A|2026-02-01|100',
      '3 B|2026-02-02|100',
      '4 subtotal',
      '5 C|2026-02-03|100',
      '6 subtotal',
    ])
  })
})

describe('a customer whose name is Total', () => {
  const deals = [
    'Account,Owner,Stage,Amount,Close Date',
    'Acme,Ann,Won,100,2026-01-05',
    'Bolt,Bob,Lost,200,2026-01-06',
  ]
  const cases: [string, string[], string][] = [
    ['in a complete row of many', [...invoices(30), 'Total,2026-02-09,100'], '32 Total|2026-02-09|100'],
    ['in a complete row of few', [...invoices(3), 'Total,2026-02-09,100'], '5 Total|2026-02-09|100'],
    ['with a deal that is not closed', [...deals, 'Total,Ann,Open,300,'], '4 Total|Ann|Open|300|'],
    ['where most rows have no date', ['Customer,Paid,Amount', 'A,,1', 'B,,2', 'Total,,3'], '4 Total||3'],
  ]
  test.each(cases)('is data: %s', async (_, rows, expected) => expect(await last(...rows)).toBe(expected))
})
