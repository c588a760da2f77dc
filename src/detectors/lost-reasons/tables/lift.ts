// Reasons by segment: the strongest differences of each column, and whether the column matters at all.
import { formatNumber, type Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { mostValues } from '../limits.ts'
import { nounOf, titleFor } from '../nouns.ts'

/** Beside those that stand out: what comes next, so that nobody has to wonder. */
const perColumn = 5

/** null where no segment column is present. */
export function liftTable(analysis: Analysis): Table | null {
  const { lifts, population, segments } = analysis
  const named = lifts.map((column) =>
    column.lifts.filter(({ inSegment, ratio }) => inSegment > 0 && (ratio === null || ratio > 1)),
  )
  const total = named.reduce((sum, column) => sum + column.length, 0)
  if (total === 0) return null
  const noun = nounOf(population)
  const cut = segments.filter(({ restReasoned }) => restReasoned > 0).map(({ column }) => column)
  const rows = named.flatMap((column) =>
    column
      .filter(({ lifted }, place) => lifted || place < perColumn)
      .map((lift) => [
        lift.column,
        lift.segment,
        lift.reason,
        lift.inSegment,
        lift.segmentReasoned,
        lift.inSegment / lift.segmentReasoned,
        lift.elsewhere / lift.elsewhereReasoned,
        lift.ratio,
        lift.lower,
        lift.upper,
        lift.adjustedP,
        lift.lifted,
      ]),
  )
  return {
    id: `lift${noun.suffix}`,
    title: titleFor(noun, 'Where a reason is named more often'),
    note: `Share of the ${noun.many} with a reason in the segment against all others; ratio with 95 % interval, p adjusted for the comparisons of the column and the number of columns${cut.length > 0 ? `; of ${cut.join(', ')} the ${formatNumber(mostValues)} largest values are compared` : ''}.`,
    columns: [
      { id: 'column', label: 'By', type: 'text' },
      { id: 'segment', label: 'Segment', type: 'text' },
      { id: 'reason', label: 'Reason', type: 'text' },
      { id: 'named', label: 'Named', type: 'count', priority: 3 },
      { id: 'reasoned', label: 'of', type: 'count', priority: 3 },
      { id: 'share', label: 'Share', type: 'share' },
      { id: 'elsewhereShare', label: 'Elsewhere', type: 'share' },
      { id: 'ratio', label: 'Ratio', type: 'number' },
      { id: 'lower', label: '95 % from', type: 'number', priority: 2 },
      { id: 'upper', label: 'to', type: 'number', priority: 2 },
      { id: 'adjustedP', label: 'Adjusted p', type: 'p', priority: 4 },
      { id: 'lifted', label: 'Stands out', type: 'flag', priority: 1 },
    ],
    rows,
    ...(rows.length < total ? { totalRows: total } : {}),
  }
}

/** Are reason and segment related at all? One row per column; null where none can be tested. */
export function associationTable({ lifts, population }: Analysis): Table | null {
  const rows = lifts.flatMap(({ column, overall }) =>
    overall.reason !== null
      ? []
      : [
          [
            column,
            overall.statistic,
            overall.df,
            overall.p,
            overall.correctedV,
            overall.smallExpectedShare,
            overall.smallExpectedShare > 0.2,
          ],
        ],
  )
  if (rows.length === 0) return null
  return {
    id: `association${nounOf(population).suffix}`,
    title: titleFor(nounOf(population), 'Do reasons differ by segment at all?'),
    note: 'Chi-square over reasons and segments, among those naming exactly one reason. V (Bergsma) runs from 0, no relation, to 1. Thin: more than 20 % of the expected counts are under 5, so p is rough.',
    columns: [
      { id: 'column', label: 'By', type: 'text' },
      { id: 'chiSquare', label: 'Chi-square', type: 'number', priority: 2 },
      { id: 'df', label: 'df', type: 'count', priority: 2 },
      { id: 'p', label: 'p', type: 'p' },
      { id: 'v', label: 'V', type: 'number' },
      { id: 'smallExpected', label: 'Expected under 5', type: 'share', priority: 3 },
      { id: 'thin', label: 'Thin', type: 'flag' },
    ],
    rows,
  }
}
