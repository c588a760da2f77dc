// Reports made by hand: one with something of everything, and one of any size.
import type { Finding, Report, Source, Table } from '../../../src/report/index.ts'

/** Six owners, one of whom hits target while customers would not recommend. */
export const ownerTable: Table = {
  id: 'owner',
  title: 'Attainment and NPS by owner, 2026-Q3',
  note: 'Attainment is booked money divided by target.',
  columns: [
    { id: 'entity', label: 'Owner', type: 'text' },
    { id: 'attainment', label: 'Attainment', type: 'share' },
    { id: 'nps', label: 'NPS', type: 'nps' },
    { id: 'lower', label: 'from', type: 'nps', priority: 2 },
    { id: 'upper', label: 'to', type: 'nps', priority: 2 },
    { id: 'n', label: 'Answers', type: 'count' },
    { id: 'booked', label: 'Booked', type: 'money', currencyFrom: 'currency', priority: 5 },
    { id: 'currency', label: 'Currency', type: 'text', priority: 9 },
    { id: 'outcome', label: 'Verdict', type: 'verdict', priority: 1 },
  ],
  rows: [
    ['Ana', 1.32, -0.34, -0.54, -0.1, 50, 121_440, 'USD', 'problem'],
    ['Ben', 1.02, 0.14, -0.17, 0.43, 28, 9_900, 'EUR', 'ok'],
    ['Cleo', 0.71, 0.5, 0.2, 0.7, 29, 48_160, 'USD', 'not-hit'],
    ['Dan', 1.12, 0.25, -0.05, 0.5, 27, 1_000_000, 'USD', 'ok'],
    ['Eva', null, null, null, null, 3, null, 'USD', 'insufficient-data'],
    ['Finn', 0.9, 0.3, 0, 0.55, 31, 720.5, 'USD', 'not-hit'],
  ],
  chart: {
    kind: 'interval',
    title: 'NPS beside attainment by owner, 2026-Q3',
    description: 'NPS with 95 % interval of 6 owners in 2026-Q3, attainment beside it; 1 stands out.',
    x: 'entity',
    y: ['nps'],
    lower: 'lower',
    upper: 'upper',
    beside: 'attainment',
    highlight: 'outcome',
  },
}

/** Eight months, the last two of which are still maturing. */
export const monthTable: Table = {
  id: 'funnel',
  title: 'Funnel by month of creation',
  note: 'Rate: conversions within 90 days of creation / mature leads.',
  columns: [
    { id: 'period', label: 'Month', type: 'period' },
    { id: 'leads', label: 'Leads', type: 'count', bar: true },
    { id: 'rate', label: 'Rate', type: 'share' },
    { id: 'provisional', label: 'Not final', type: 'flag' },
  ],
  rows: [
    ['2025-12', null, null, false],
    ['2026-01', 250, 0.072, false],
    ['2026-02', 260, 0.07, false],
    ['2026-03', 270, 0.066, false],
    ['2026-04', 300, 0.06, false],
    ['2026-05', 340, 0.054, false],
    ['2026-06', 380, 0.05, true],
    ['2026-07', 420, null, true],
  ],
  chart: {
    kind: 'lines',
    title: 'Leads and conversion by month',
    description: 'Line of the share of leads that convert, with the number of leads beside it.',
    x: 'period',
    y: ['rate'],
    beside: 'leads',
    provisional: 'provisional',
  },
}

export const reasonTable: Table = {
  id: 'ranking',
  title: 'Why deals are lost',
  columns: [
    { id: 'rank', label: 'Rank', type: 'text' },
    { id: 'reason', label: 'Reason', type: 'text' },
    { id: 'deals', label: 'Deals', type: 'count' },
    { id: 'share', label: 'Share', type: 'share', bar: true },
    { id: 'lower', label: '95 % from', type: 'share' },
    { id: 'upper', label: 'to', type: 'share' },
    { id: 'cumulative', label: 'Cumulative', type: 'share' },
  ],
  rows: [
    ['1', 'Price too high', 261, 0.4, 0.36, 0.44, 0.4],
    ['2-3', 'Went with competitor', 130, 0.2, 0.17, 0.23, 0.6],
    ['2-3', 'No accounting integration', 120, 0.18, 0.15, 0.21, 0.78],
    ['4', 'Hurricane season, they lost two piers and stopped every purchase', 60, 0.12, 0.1, 0.15, 0.9],
    ['5', '=cmd()', 50, 0.1, 0.08, 0.13, 1],
  ],
  totalRows: 9,
  chart: {
    kind: 'pareto',
    title: 'Why deals are lost',
    description: 'Share of lost deals naming each reason; Price too high is named most.',
    x: 'reason',
    y: ['share', 'cumulative'],
    lower: 'lower',
    upper: 'upper',
  },
}

export const changeTable: Table = {
  id: 'change',
  title: 'What changed: 2026-Q3 against 2026-Q2',
  columns: [
    { id: 'reason', label: 'Reason', type: 'text' },
    { id: 'beforeShare', label: 'Share before', type: 'share' },
    { id: 'afterShare', label: 'Share after', type: 'share' },
    { id: 'difference', label: 'Difference', type: 'share' },
    { id: 'lower', label: '95 % from', type: 'share' },
    { id: 'upper', label: 'to', type: 'share' },
    { id: 'verdict', label: 'Verdict', type: 'verdict' },
  ],
  rows: [
    ['Price too high', 0.38, 0.36, -0.02, -0.14, 0.1, null],
    ['No accounting integration', 0.08, 0.22, 0.14, 0.05, 0.23, 'problem'],
    ['Went with competitor', 0.13, 0.125, -0.005, -0.09, 0.08, null],
  ],
  chart: {
    kind: 'interval',
    title: 'What changed: 2026-Q3 against 2026-Q2',
    description: 'Change of the share of each reason, with 95 % intervals.',
    x: 'reason',
    y: ['difference', 'beforeShare', 'afterShare'],
    lower: 'lower',
    upper: 'upper',
    highlight: 'verdict',
  },
}

const plainTable: Table = {
  id: 'halves',
  title: 'Older and newer half',
  columns: [
    { id: 'half', label: 'Half', type: 'text' },
    { id: 'p', label: 'p', type: 'p' },
    { id: 'final', label: 'Final', type: 'flag' },
  ],
  rows: [
    ['older', 0.0001, true],
    ['newer', 0.2, false],
    ['both', null, null],
  ],
}

export function findingOf(name: string, verdict: 'problem' | 'watch', more: Partial<Finding> = {}): Finding {
  return {
    key: `target-hit-nps-low:low:owner=${name}:2026-Q3`,
    detector: 'target-hit-nps-low',
    messageId: 'low-against-rest',
    verdict,
    sentence: `${name} booked 132 % of target in 2026-Q3, but the NPS of 50 answers is -34 (95 % interval -54 to -10), against +26 in the rest of the company.`,
    subject: [{ column: 'owner', value: name }],
    period: { grain: 'quarter', label: '2026-Q3', start: '2026-07-01', end: '2026-09-30' },
    measure: {
      name: 'NPS',
      unit: 'nps',
      observed: -0.34,
      expected: 0.26,
      lower: -0.54,
      upper: -0.1,
      intervalOf: 'observed',
      numerator: 'promoters minus detractors',
      denominator: 'answers, the latest of each account in the period',
    },
    evidence: {
      test: 'one-sided comparison with the rest of the company',
      statistic: -0.6,
      p: 0.0000018,
      adjustedP: 0.0000092,
      n: 50,
      rows: [
        {
          table: 'surveys',
          ids: Array.from({ length: 50 }, (_none, index) => `58${222_879 + index * 17}`),
          total: 51,
        },
      ],
    },
    impact: [{ amount: 121_440, currency: 'USD' }],
    advice:
      'Read the comments of the detractors behind this number together with the owner and look for the promise that was not kept.',
    ...more,
  }
}

export const sourceOf = (name: string, more: Partial<Source> = {}): Source => ({
  name,
  sha256: '921d2789f02d4ce505c6dc38d60b87e76bd3484f03b3cf21b4f14e240cceb9ba',
  bytes: 127_935,
  compression: 'none',
  encoding: 'utf-8',
  dialect: { delimiter: ',', quote: '"', headerLine: 1 },
  table: 'deals',
  recognised: 'preset salesforce-deals: 13 of 17 headers are known',
  preset: 'salesforce-deals',
  rows: {
    read: 1621,
    used: 1613,
    rejected: 2,
    setAside: [{ class: 'duplicate', rows: 6, lines: [48, 140, 244] }],
  },
  mapping: [
    { column: 'deal_id', header: 'Opportunity ID', why: 'preset salesforce-deals', format: null },
    {
      column: 'closed_on',
      header: 'Close Date',
      why: 'preset salesforce-deals',
      format: 'date, month first',
    },
    { column: 'currency', header: null, why: 'salescheck.json', format: null },
  ],
  unmapped: ['Tax ID', 'Notes'],
  rejects: [
    { line: 77, code: 'date', column: 'closed_on', value: '31/31/2026', reason: 'no such day' },
    { line: 78, code: 'amount', column: null, value: null, reason: 'too few cells' },
  ],
  warnings: [{ code: 'footer', message: '3 rows below the table', hint: 'Look at them', line: 1624 }],
  ...more,
})

/** Something of everything a report can hold. */
export function sampleReport(): Report {
  const outcome = { reason: null, summary: {}, notes: ['2 survey rows are left out.'], advice: 'Read them.' }
  return {
    schemaVersion: 1,
    tool: { name: 'salescheck', version: '0.1.0' },
    asOf: '2026-10-02',
    asOfFrom: 'newest day of deals.closed_on',
    model: 'subscription',
    settings: [
      { key: 'model', value: 'subscription', from: 'default' },
      { key: 'period', value: '2026-Q3', from: 'flag --period' },
      { key: 'lost-reasons.minLifted', value: 6, from: 'environment SALESCHECK_LOST_REASONS_MIN_LIFTED' },
      { key: 'lost-reasons.top', value: 9, from: 'sales data/salescheck.json' },
      { key: 'funnel-outpaces-conversion.horizonDays', value: 90, from: 'model subscription' },
      { key: 'since', value: null, from: 'default' },
      { key: 'lost-reasons.unspecified', value: '', from: 'default' },
      { key: 'amounts', value: true, from: 'default' },
    ],
    sources: [
      sourceOf('exports/deals.csv'),
      sourceOf("it's here/nps.csv", {
        table: 'surveys',
        recognised: 'flag --surveys',
        rejects: [],
        rows: { read: 9, used: 9, rejected: 0, setAside: [] },
      }),
      sourceOf('notes.txt', {
        table: null,
        recognised: 'no table',
        mapping: [],
        dialect: null,
        rows: { read: 0, used: 0, rejected: 0, setAside: [] },
      }),
    ],
    joins: [
      {
        from: 'surveys.customer',
        to: 'deals.customer',
        rows: 1015,
        matched: 758,
        orphans: [{ value: 'Salt Landing Marina', rows: 6 }],
        orphanValues: 124,
      },
    ],
    warnings: [{ code: 'future', message: 'one far date was set aside', hint: 'See line 9' }],
    outcomes: [
      {
        ...outcome,
        detector: 'target-hit-nps-low',
        question: 'Who hits the target while customers would not recommend us?',
        outcome: 'problem',
        headline:
          '1 of the 3 owners who hit target has an NPS clearly below the rest: Ana (-34 from 50 answers).',
        findings: [
          findingOf('Ana', 'problem', { change: 'new' }),
          findingOf('Ben', 'watch', { change: 'better', impact: [] }),
        ],
        tables: [ownerTable, plainTable],
      },
      {
        ...outcome,
        detector: 'funnel-outpaces-conversion',
        question: 'Do leads grow faster than the conversions they bring?',
        outcome: 'ok',
        headline: 'Conversion keeps pace.',
        findings: [],
        tables: [monthTable],
      },
      {
        ...outcome,
        detector: 'lost-reasons',
        question: 'Why do we lose deals, and is that changing?',
        outcome: 'problem',
        headline: 'Price too high leads.',
        findings: [
          findingOf('No accounting integration', 'problem', {
            detector: 'lost-reasons',
            subject: [{ column: 'lost_reason', value: 'No accounting integration' }],
          }),
        ],
        tables: [reasonTable, changeTable],
      },
      {
        ...outcome,
        detector: 'late',
        question: 'Who is late?',
        outcome: 'skipped',
        headline: 'Skipped.',
        reason: 'needs invoices: no file was recognised as invoices',
        findings: [],
        tables: [],
      },
      {
        ...outcome,
        detector: 'broken',
        question: 'What broke?',
        outcome: 'failed',
        headline: 'Failed.',
        reason: 'the query could not be answered',
        findings: [],
        tables: [],
      },
      {
        ...outcome,
        detector: 'thin',
        question: 'Is there enough?',
        outcome: 'insufficient-data',
        headline: 'Not enough data.',
        reason: '4 answers, 10 are needed',
        findings: [],
        tables: [plainTable],
      },
    ],
    baseline: { name: 'last.json', asOf: '2026-09-01', resolved: [findingOf('Gus', 'problem')] },
    history: [
      {
        schemaVersion: 1,
        asOf: '2026-08-01',
        outcomes: [
          { detector: 'target-hit-nps-low', outcome: 'ok', findings: 0, numbers: { owners: 3, nps: 0.25 } },
        ],
      },
      {
        schemaVersion: 1,
        asOf: '2026-09-01',
        outcomes: [
          {
            detector: 'target-hit-nps-low',
            outcome: 'problem',
            findings: 1,
            numbers: { owners: 4, nps: 0.2 },
          },
        ],
      },
    ],
  }
}

/** As many findings and owners as wanted, for size and time. */
export function bigReport(findings: number, rows: number): Report {
  const report = sampleReport()
  const [first, ...rest] = report.outcomes
  if (first === undefined) throw new Error('the sample has outcomes')
  const names = Array.from({ length: rows }, (_none, index) => `Owner number ${index + 1}`)
  const table: Table = {
    ...ownerTable,
    rows: names.map((name, index) => [
      name,
      1.1,
      (index % 90) / 100,
      0.05,
      0.95,
      30,
      1000 + index,
      'USD',
      'ok',
    ]),
  }
  const past: Table = { ...plainTable, rows: names.map((name, index) => [name, index / rows, true]) }
  return {
    ...report,
    outcomes: [
      {
        ...first,
        findings: names.slice(0, findings).map((name) => findingOf(name, 'problem')),
        tables: [table, past, { ...table, id: 'product' }, { ...table, id: 'team' }],
      },
      ...rest,
    ],
  }
}
