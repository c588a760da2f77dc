// A preset: knowledge of one known export, as data. One file each; the index is generated.
import type { TableName } from '../schema/index.ts'

export interface Preset {
  /** kebab-case: `salesforce-deals`, `pipedrive-deals-fr`. */
  readonly id: string
  /** The tool, as its maker writes it. */
  readonly product: string
  readonly table: TableName
  /**
   * Headers that together identify this export (compared without case, spaces, punctuation, `Object - ` prefixes). Every one must be
   * there; where two presets fit, the one with more matching headers wins. Several wordings of one header are separated by `|`;
   * `?score` stands for any header that asks for the likelihood to recommend.
   */
  readonly recognise: readonly string[]
  /** Canonical column by its headers in this export, best first. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  /** Further headers of a column: of a row, the first filled cell counts (`Won time` and `Lost time` are both the close date). */
  readonly also?: Readonly<Record<string, readonly string[]>>
  /** Headers of this export that are known and deliberately unused: never offered to synonyms. */
  readonly ignore?: readonly string[]
  /** Words of choice columns: `{ status: { won: ['closed won'], lost: ['closed lost'] } }`, compared folded, whole. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** Flag columns that decide won and lost and beat stage names: `{ won: 'Is Won|Won', closed: 'Is Closed' }`. */
  readonly flags?: { readonly won?: string; readonly lost?: string; readonly closed?: string }
  /** Rows that are no data: soft-deleted, test, preview. `{ header: 'IsDeleted', words: ['true', '1'] }`. */
  readonly setAside?: readonly {
    readonly header: string
    readonly words: readonly string[]
    readonly class: string
  }[]
  /** The tool writes dates this way when the column itself cannot tell. */
  readonly dateOrder?: 'day-first' | 'month-first'
  /** NPS coded otherwise than 0..10: Qualtrics' choices 1..11. */
  readonly scoreOffset?: number
  /** Canonical values that hold for every row of this export: `{ level: 'owner' }`. */
  readonly constants?: Readonly<Record<string, string>>
  /** One row per line of an invoice with the amount of that line: the lines of an invoice are added up. Else a repeated total counts once. */
  readonly amountPerLine?: true
}

export const definePreset = (preset: Preset): Preset => preset
