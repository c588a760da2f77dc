// The contract of a detector: one question asked of the business. Read this first when you add one.
import type {
  Evidence,
  Measure,
  Money,
  OutcomeName,
  ReportPeriod,
  Subject,
  Table,
  Verdict,
} from '../report/index.ts'
import type { Columns, Present, QueryInput, Rollup, RollupRows, SharedTable } from '../rollups/rollup.ts'
import type { CalendarDate, Period, TableName } from '../schema/index.ts'
import type { Row, RowSpec, Sql } from '../sql/index.ts'
import type { OptionSpecs, OptionValues } from './options.ts'
import type { ReasonCategory, TaughtReason } from './reason-words.ts'

export type { Columns, Present, Rollup, RollupInput, SharedTable } from '../rollups/rollup.ts'

export interface Needs {
  /** Any one of these sets of columns is enough for a verdict. */
  readonly required: readonly Columns[]
  /** Any one of these is enough to fill some tables although no verdict can be given; `decide` then answers `skipped`. */
  readonly partial?: readonly Columns[]
  /** Read when present. A detector reads no column that is not named in its needs: a contract test holds it to that. */
  readonly optional?: Columns
}

export interface DetectorInput<O extends OptionSpecs> extends QueryInput {
  readonly options: OptionValues<O>
  /** The period the user asked to be judged; null: the detector takes the newest complete one. */
  readonly period: Period | null
  /** Only what happened on these days counts (--since, --until); null: no bound. */
  readonly since: CalendarDate | null
  readonly until: CalendarDate | null
}

export interface DecideInput<R extends Rows, O extends OptionSpecs, U extends Rollups> {
  readonly rows: { readonly [K in keyof R]: readonly Row<R[K]>[] }
  readonly rollups: { readonly [K in keyof U]: RollupRows<U[K]> }
  readonly options: OptionValues<O>
  readonly present: Present
  readonly asOf: CalendarDate
  horizon(table: TableName): CalendarDate
  readonly period: Period | null
  readonly since: CalendarDate | null
  readonly until: CalendarDate | null
  /** Editable word lists of the run: alias map of lost reasons and the like. */
  readonly words: Words
}

/** What a user may teach salescheck in salescheck.json: `{ "reasons": { "Price": { "aliases": ["too expensive"], "category": "price" } } }`. */
export interface Words {
  /** Reason -> its other wordings; none for a reason that is only named. */
  readonly aliases: ReadonlyMap<string, readonly string[]>
  /** Reason -> what else was said about it. */
  readonly reasons?: ReadonlyMap<string, TaughtReason>
  /** Further words that put a reason into a category. */
  readonly categories?: ReadonlyMap<ReasonCategory, readonly string[]>
}

/** A finding before the runner adds key, sentence and row ids. `data` fills the `{placeholders}` of the message. */
export interface Draft<M extends string = string> {
  readonly messageId: M
  readonly verdict: Verdict
  readonly data: Readonly<Record<string, string>>
  readonly subject: readonly Subject[]
  readonly period: ReportPeriod | null
  readonly measure: Measure
  readonly evidence: Omit<Evidence, 'rows'>
  readonly impact: readonly Money[]
  /** Advice of this finding, where it differs from the detector's. */
  readonly advice?: string
}

export interface Decision<M extends string = string> {
  readonly outcome: Exclude<OutcomeName, 'failed'>
  /** The answer in one sentence with its numbers: "1 of 14 reps who hit target has an NPS far below the rest." */
  readonly headline: string
  /** Required unless the outcome is a verdict: why it could not be given, and what would help. */
  readonly reason?: string
  readonly summary: Readonly<Record<string, unknown>>
  /** Worst first. */
  readonly findings: readonly Draft<M>[]
  readonly tables: readonly Table[]
  readonly notes?: readonly string[]
}

export type Rows = Readonly<Record<string, RowSpec>>
export type Rollups = Readonly<Record<string, Rollup>>

/** Row ids behind a finding: one query per table, each returning one text column `id`, ordered; the runner caps and counts. */
export interface EvidenceQuery {
  readonly table: TableName
  readonly sql: Sql
}

export interface Detector<
  R extends Rows = Rows,
  O extends OptionSpecs = OptionSpecs,
  M extends string = string,
  U extends Rollups = Rollups,
> {
  /** What one would find, named by the failing state: `target-hit-nps-low`. */
  readonly id: string
  /** In a manager's words; ends in `?`. */
  readonly question: string
  /** Why it matters, how it is decided, when it is wrong: three short paragraphs. */
  readonly explanation: string
  /** What to do about it, as a sentence to a manager. */
  readonly advice: string
  readonly needs: Needs
  readonly options: O
  readonly rollups?: U
  readonly rows: R
  /** Sentences with `{placeholders}`, filled from a draft's `data`. */
  readonly messages: Readonly<Record<M, string>>
  /** Steps that more than one query needs, in the order they are made; a later one may read an earlier one. Name them after the detector. */
  shared?(input: DetectorInput<O>): readonly SharedTable[]
  /** Aggregates only: thousands of rows, not millions. A query whose columns are absent may be left out: its rows are then empty. */
  queries(input: DetectorInput<O>): { readonly [K in keyof R]?: Sql }
  /** Pure: rows in, decision out. */
  decide(input: DecideInput<R, O, U>): Decision<M>
  evidence?(draft: Draft<M>, input: DetectorInput<O>): readonly EvidenceQuery[]
}

/** Infers everything: a misspelt column, option or message id is a compile error. */
export const defineDetector = <
  const R extends Rows,
  const O extends OptionSpecs,
  const M extends string,
  const U extends Rollups = Rollups,
>(
  detector: Detector<R, O, M, U>,
): Detector<R, O, M, U> => detector
