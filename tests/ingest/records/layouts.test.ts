import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openedFile, recordsOf, summaryOf } from '../head/opened.ts'

const folder = join(import.meta.dirname, '../../../fixtures/layouts')

interface Expected {
  readonly delimiter?: string
  readonly quote?: string
  readonly escape?: string
  /** Line of the first header row. */
  readonly header: number | null
  readonly names: readonly string[]
  /** One entry per record: line and cells joined by |, or line and what it is instead. */
  readonly records: readonly string[]
  readonly told?: readonly string[]
}

const fixtures: Record<string, Expected> = {
  'semicolons-and-decimal-comma.csv': {
    delimiter: ';',
    header: 1,
    names: ['Vorgang', 'Betrag', 'Abschluss'],
    records: ['2 A-1|1.234,50|31.01.2026', '3 A-2|99,00|01.02.2026', '4 A-3|12,5|02.02.2026'],
  },
  'titles-totals-and-timestamp.csv': {
    header: 5,
    names: ['column 1', 'Date', 'Transaction type', 'Num', 'Amount'],
    records: [
      '6 group-heading',
      '7 |01/05/2026|Invoice|1001|1,250.00',
      '8 |01/19/2026|Invoice|1007|300.00',
      '9 subtotal',
      '10 group-heading',
      '11 |02/02/2026|Invoice|1010|75.50',
      '12 |02/03/2026|Credit Memo|1011|-5.50',
      '13 |02/04/2026|Invoice|1012|10.00',
      '14 subtotal',
      '15 subtotal',
      '19 footer',
    ],
    told: ['preamble', 'footer', 'group-heading', 'subtotal'],
  },
  'report-footer.csv': {
    header: 1,
    names: ['Opportunity Name', 'Stage', 'Amount', 'Close Date', 'Notes'],
    records: [
      '2 Alder renewal|Closed Won|12000|1/15/2026|signed\nby hand',
      '4 Birch rollout|Closed Lost|8000|1/20/2026|',
      '5 Cedar pilot|Prospecting|1500|3/2/2026|first call',
      '7 footer',
      '9 footer',
      '10 footer',
    ],
    told: ['footer'],
  },
  'three-header-rows.csv': {
    header: 1,
    names: ['StartDate', 'Finished', 'Q1_NPS', 'Q2'],
    records: ['4 2026-01-05 10:00:00|1|9|gut\nund schnell', '6 2026-01-06 11:30:00|1|4|'],
    told: ['header-rows'],
  },
  'question-and-answer-rows.csv': {
    header: 1,
    names: [
      'Respondent ID',
      'Start Date',
      'How likely are you to recommend us? Response',
      'Which products do you use? Alpha',
      'Which products do you use? Beta',
      'Why? Open-Ended Response',
    ],
    records: [
      '3 1101|01/05/2026 10:00|9|Alpha||fast',
      '4 1102|01/05/2026 11:00|3||Beta|slow, and dear',
      '5 1103|01/06/2026 09:30|10|Alpha|Beta|',
    ],
    told: ['header-rows'],
  },
  'group-row-above-header.csv': {
    header: 1,
    names: ['deal_id', 'owner', 'stage', 'amount', 'currency', 'created_at', 'closed_at'],
    records: ['3 D-1|Ann|Won|100|EUR|2026-01-05|2026-02-01', '4 D-2|Bob|Lost|250|EUR|2026-01-06|2026-02-03'],
    told: ['header-rows'],
  },
  'sep-line.csv': {
    delimiter: ';',
    header: 2,
    names: ['owner', 'quota', 'period'],
    records: ['3 Ann|1000|2026-Q1', '4 Bob|2000|2026-Q1'],
    told: ['sep-line'],
  },
  'repeated-header.csv': {
    header: 1,
    names: ['id', 'stage', 'amount'],
    records: [
      '2 1|Won|10',
      '3 2|Lost|20',
      '4 repeated-header',
      '5 3|Won|30',
      '6 repeated-header',
      '7 4|Won|40',
    ],
    told: ['repeated-header'],
  },
  'two-tables.csv': {
    header: 1,
    names: ['id', 'owner', 'amount', 'closed'],
    records: [
      '2 1|Ann|10|2026-01-01',
      '3 2|Bob|20|2026-01-02',
      '4 3|Cleo|30|2026-01-03',
      '5 4|Dan|40|2026-01-04',
      '6 5|Eve|50|2026-01-05',
      '7 6|Ann|60|2026-01-06',
      '9 second-table',
      '10 second-table',
      '11 second-table',
    ],
    told: ['second-table'],
  },
  'ragged-rows.csv': {
    header: 1,
    names: ['id', 'company', 'amount', 'closed', 'note'],
    records: [
      '2 1|Alder|100|2026-01-01|a',
      '3 2|Birch|200|2026-01-02|b',
      '4 3|Cedar|300|2026-01-03|c',
      '5 4|Dogwood|400|2026-01-04|d',
      '6 5|Elm|500|2026-01-05|e',
      '7 6|Fir|600|2026-01-06|',
      '8 7|Gum|700|2026-01-07|g',
      '9 8|Holly, Inc|800|2026-01-08|h',
      '10 reject short-row',
      '11 reject long-row',
    ],
    told: ['padded', 'trimmed', 'surplus', 'short-row', 'long-row'],
  },
  'stray-quote.csv': {
    header: 1,
    names: ['id', 'product', 'price'],
    records: [
      '2 1|Hat, wide|10',
      '3 2|"Boots 10" tall|20',
      '4 3|12" ruler|3',
      '5 4|He said "yes"|40',
      '6 5|Scarf|50',
    ],
    told: ['stray-quote', 'inner-quote'],
  },
  'unclosed-quote.csv': {
    header: 1,
    names: ['id', 'company', 'reason'],
    records: [
      '2 1|Alder|price',
      '3 2|"Birch|competitor',
      '4 3|Cedar|timing, mostly',
      '5 4|Dogwood|no\nbudget',
    ],
    told: ['unclosed-quote'],
  },
  'apostrophe-quotes.csv': {
    quote: "'",
    header: 1,
    names: ['id', 'reason', 'amount'],
    records: ['2 1|too dear, they say|10', "3 2|it's late|20", '4 3|no budget|30'],
  },
  'backslash-escapes.csv': {
    escape: 'backslash',
    header: 1,
    names: ['id', 'reason', 'amount'],
    records: ['2 1|they said "no", twice|10', '3 2|plain|20', '4 3|a \\ b|30'],
  },
  'comma-and-space.csv': {
    delimiter: ', ',
    header: 1,
    names: ['id', 'company', 'amount'],
    records: ['2 1|Alder, Inc|10', '3 2|Birch|20', '4 3||30'],
  },
  'no-header.csv': {
    header: null,
    names: ['column 1', 'column 2', 'column 3', 'column 4'],
    records: [
      '1 1001|2026-01-05|Closed Won|1200.50',
      '2 1002|2026-01-06|Closed Lost|800.00',
      '3 1003|2026-01-07|Closed Won|90.25',
    ],
    told: ['no-header'],
  },
  'columns-per-month.csv': {
    header: 1,
    names: ['owner', '2026-01', '2026-02', '2026-03'],
    records: ['2 Ann|100|110|120', '3 Bob|200|210|220'],
  },
  'trailing-commas.csv': {
    header: 1,
    names: ['id', 'stage', 'amount', 'column 4'],
    records: ['2 1|Won|10|', '3 2|Lost|20|', '4 3|Won|30|'],
    told: ['header-narrower'],
  },
  'leading-empty-column.csv': {
    header: 1,
    names: ['column 1', 'Owner', 'Target'],
    records: ['2 |Ann|100', '3 |Bob|200'],
    told: ['blank-headers'],
  },
  'quoted-line-breaks.csv': {
    header: 1,
    names: ['id', 'reason', 'amount'],
    records: ['2 1|price\n\ntoo high|10', '6 2|one\ntwo|20', '8 3|none|30'],
  },
  'continuation-rows.csv': {
    header: 1,
    names: ['Order', 'Customer', 'Created on', 'Tags', 'Total'],
    records: [
      '2 S1|Alder|2026-01-05|new|100',
      '3 continuation',
      '4 S2|Birch|2026-01-06|new|200',
      '5 S3|Cedar|2026-01-07||300',
      '6 continuation',
      '7 S4|Dogwood|2026-01-08|old|400',
      '8 S5|Elm|2026-01-09|new|500',
      '9 S6|Fir|2026-01-10|new|600',
      '10 S7|Gum|2026-01-11|new|700',
      '11 S8|Holly|2026-01-12|new|800',
      '12 S9|Ivy|2026-01-13|new|900',
      '13 S10|Juniper|2026-01-14|new|1000',
      '14 subtotal',
    ],
    told: ['continuation', 'subtotal'],
  },
  'blank-and-repeated-headers.csv': {
    header: 1,
    names: ['Deal - Title', 'Deal - Status', 'column 3', 'Deal - Status (2)', '__proto__'],
    records: ['2 Alder|Won|x|won|a', '3 Birch|Lost|y|lost|b'],
    told: ['blank-headers', 'repeated-headers'],
  },
  'other-delimiter-in-one-row.csv': {
    header: 1,
    names: ['id', 'closed', 'amount'],
    records: [
      '2 1|2026-01-01|10',
      '3 2|2026-01-02|20',
      '4 3|2026-01-03|30',
      '5 4|2026-01-04|40',
      '6 5|2026-01-05|50',
      '7 6|2026-01-06|60',
    ],
    told: ['other-delimiter'],
  },
}

test.each(Object.entries(fixtures))('%s is read as written down by hand', async (name, expected) => {
  const source = await openedFile(join(folder, name))
  const { records, diagnostics } = await recordsOf(source)
  expect(source.dialect).toMatchObject({
    delimiter: expected.delimiter ?? ',',
    quote: expected.quote ?? '"',
    escape: expected.escape ?? 'double',
  })
  expect(source.header.line).toBe(expected.header)
  expect(source.header.names).toEqual(expected.names)
  expect(records.map(summaryOf)).toEqual(expected.records)
  const codes = [...source.diagnostics, ...diagnostics].map(({ code }) => code)
  // Clean files are told as clean.
  const told = expected.told ?? []
  expect(told.filter((code) => !codes.includes(code))).toEqual([])
  expect(told.length === 0 ? codes : []).toEqual([])
})

test('every fixture has its records written down', () => {
  expect(Object.keys(fixtures).sort()).toEqual(readdirSync(folder).sort())
})

test.each([1, 2, 3, 7, 64])('pieces of %i bytes give the same records', async (chunkBytes) => {
  for (const name of Object.keys(fixtures)) {
    const source = await openedFile(join(folder, name))
    const { records, diagnostics } = await recordsOf(source, { chunkBytes })
    expect({ name, records: records.map(summaryOf) }).toEqual({ name, records: fixtures[name]?.records })
    expect(diagnostics).toEqual((await recordsOf(source)).diagnostics)
  }
})
