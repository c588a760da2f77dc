// What is shown whatever the verdict: both kinds of survey, every hand-off, and the segments where different customers answered.
import type { Scalar, Table } from '../../report/index.ts'
import type { Analysis, Kind } from './analysis.ts'
import { isCompared } from './comparison.ts'

const mostRows = 50

const kindRow = (
  name: string,
  { answers, mean }: Kind,
  customers: number | null,
  compared: number | null,
): Scalar[] => [name, answers, mean, customers, compared]

function kindsTable({ touchpoints, journey, compared }: Analysis): Table[] {
  if (touchpoints.answers + journey.answers === 0) return []
  const pair = isCompared(compared) ? compared : null
  return [
    {
      id: 'kinds',
      title: 'Touchpoints beside the whole journey',
      note: 'Points run from 0 to 100; a score from 0 to 10 counts ten times. "Compared" takes each customer once, by the mean of its answers.',
      columns: [
        { id: 'kind', label: 'Survey', type: 'text' },
        { id: 'answers', label: 'Answers', type: 'count' },
        { id: 'mean', label: 'Mean of answers', type: 'number' },
        { id: 'customers', label: 'Customers compared', type: 'count', priority: 2 },
        { id: 'compared', label: 'Mean compared', type: 'number', priority: 1 },
      ],
      rows: [
        kindRow('Touchpoints', touchpoints, pair?.touchCustomers ?? null, pair?.touch ?? null),
        kindRow('Whole journey', journey, pair?.journeyCustomers ?? null, pair?.journey ?? null),
      ],
    },
  ]
}

function handoffsTable({ handoffs }: Analysis): Table[] {
  if (handoffs.length === 0) return []
  const rows = handoffs
    .slice(0, mostRows)
    .map(({ touchpoint, compared, adjustedP, verdict }): Scalar[] =>
      isCompared(compared)
        ? [
            touchpoint,
            compared.touchCustomers,
            compared.touch,
            compared.journey,
            compared.gap,
            compared.lower,
            compared.upper,
            adjustedP,
            compared.how === 'paired',
            verdict,
          ]
        : [touchpoint, compared.touch, null, null, null, null, null, null, null, verdict],
    )
  return [
    {
      id: 'handoffs',
      title: 'Gap to the whole journey by touchpoint',
      note: 'Gap: points of the touchpoint minus points of the whole journey, of the same customers where enough gave both, with its 95 % interval.',
      columns: [
        { id: 'touchpoint', label: 'Touchpoint', type: 'text' },
        { id: 'customers', label: 'Customers', type: 'count' },
        { id: 'touch', label: 'Touchpoint points', type: 'number', priority: 2 },
        { id: 'journey', label: 'Journey points', type: 'number', priority: 2 },
        { id: 'gap', label: 'Gap', type: 'number' },
        { id: 'lower', label: 'from', type: 'number', priority: 1 },
        { id: 'upper', label: 'to', type: 'number', priority: 1 },
        { id: 'adjustedP', label: 'p adjusted', type: 'p', priority: 5 },
        { id: 'same', label: 'Same customers', type: 'flag', priority: 4 },
        { id: 'verdict', label: 'Verdict', type: 'verdict', priority: 3 },
      ],
      rows,
      ...(rows.length < handoffs.length ? { totalRows: handoffs.length } : {}),
      chart: {
        kind: 'interval',
        title: 'Gap to the whole journey by touchpoint',
        description: `How many points each of ${handoffs.length} touchpoints scores above the whole journey, with 95 % intervals.`,
        x: 'touchpoint',
        y: ['gap'],
        lower: 'lower',
        upper: 'upper',
        highlight: 'verdict',
      },
    },
  ]
}

function segmentsTable({ mix }: Analysis, label: string): Table[] {
  if (mix === null) return []
  const rows = mix.segments
    .slice(0, mostRows)
    .map(({ segment, touchCustomers, touch, journeyCustomers, journey }) => [
      segment,
      touchCustomers,
      touch,
      journeyCustomers,
      journey,
      touch - journey,
    ])
  return [
    {
      id: 'segments',
      title: `Gap within each ${label}`,
      note: 'Different customers answered the two kinds of survey: a gap within segments is of the journey, the rest says who was asked (Kitagawa).',
      columns: [
        { id: 'segment', label: label === 'product' ? 'Product' : 'Segment', type: 'text' },
        { id: 'touchCustomers', label: 'Customers, touchpoints', type: 'count', priority: 2 },
        { id: 'touch', label: 'Touchpoint points', type: 'number' },
        { id: 'journeyCustomers', label: 'Customers, journey', type: 'count', priority: 2 },
        { id: 'journey', label: 'Journey points', type: 'number' },
        { id: 'gap', label: 'Gap', type: 'number' },
      ],
      rows,
      ...(rows.length < mix.segments.length ? { totalRows: mix.segments.length } : {}),
    },
  ]
}

/** Several hand-offs say more than the two means: they come first. */
export function tablesOf(analysis: Analysis, segment: string): Table[] {
  const [kinds, handoffs] = [kindsTable(analysis), handoffsTable(analysis)]
  const first = analysis.handoffs.length > 1 ? [...handoffs, ...kinds] : [...kinds, ...handoffs]
  return [...first, ...segmentsTable(analysis, segment)]
}
