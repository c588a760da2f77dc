// A column of distinct cells, decided and read: what the tests of values share.
import { decideFormat, readCell, type FormatHints } from '../../../src/ingest/values/index.ts'

type Target = Parameters<typeof decideFormat>[0]

export const decide = (target: Target, cells: readonly string[], hints: FormatHints = {}) =>
  decideFormat(
    target,
    cells.map((cell) => [cell, 1] as const),
    hints,
  )

/** Values of the cells as the whole column decides them; a refused cell gives its code, an undecidable column throws. */
export function read(target: Target, cells: readonly string[], hints: FormatHints = {}): (string | null)[] {
  const decided = decide(target, cells, hints)
  if ('undecidable' in decided) throw new Error(decided.undecidable)
  return cells.map((cell) => {
    const reading = readCell(decided.format, cell)
    return 'code' in reading ? `! ${reading.code}` : reading.value
  })
}

/** The refusal of an undecidable column; null when it was decided. */
export function refusal(target: Target, cells: readonly string[], hints: FormatHints = {}): string | null {
  const decided = decide(target, cells, hints)
  return 'undecidable' in decided ? decided.undecidable : null
}

/** The values by cell, in the order of the cells' text, or the word `undecidable`. */
export function outcome(
  target: Target,
  cells: readonly string[],
): readonly (readonly [string, string | null])[] | 'undecidable' {
  if (refusal(target, cells) !== null) return 'undecidable'
  const values = read(target, cells)
  const byCell = new Map(cells.map((cell, index) => [cell, values[index] ?? null] as const))
  return [...byCell].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
