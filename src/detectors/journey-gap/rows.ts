// What the queries return: respondents alike in their answers, counted. Sums are of points on 0 to 100.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /** Respondents who rated both, by the column they were recognised by. `touchpoint`: null means all of them together. */
  pairs: {
    by: 'text',
    touchpoint: 'text?',
    touchSum: 'decimal',
    touchCount: 'integer',
    journeySum: 'decimal',
    journeyCount: 'integer',
    respondents: 'integer',
  },
  /** Respondents of each kind; a row without any name is a respondent of its own. `segment` only where `touchpoint` is null. */
  sides: {
    kind: 'text',
    touchpoint: 'text?',
    segment: 'text?',
    sum: 'decimal',
    count: 'integer',
    respondents: 'integer',
  },
  /** Answers of each kind; `scored` of them on the 0 to 10 scale. */
  totals: { kind: 'text', answers: 'integer', scored: 'integer', sum: 'decimal' },
  /** Rows without a usable rating, and rated ones without a day where days matter. */
  leftOut: { unrated: 'integer', undated: 'integer' },
} as const

export type PairRow = Row<typeof rows.pairs>
export type SideRow = Row<typeof rows.sides>
export type TotalRow = Row<typeof rows.totals>
