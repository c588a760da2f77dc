// The first guess of coded columns: what the cells of the sample stand for. The bulk parse translates by it; all rows confirm it or not.
import { choiceWords, currencyCode, decideFormat, flagOf, readCell } from '../values/index.ts'
import type { CellReading, Decided, FormatHints } from '../values/index.ts'
import type { CellFormat, StatusRule } from '../mapping.ts'
import type { Source } from '../source.ts'
import type { TableName } from '../../schema/index.ts'
import type { Told } from './input.ts'
import type { ColumnPlan } from './plan.ts'

/** Stands between the cells where several columns decide together; it occurs in no export. */
export const between = '\u001f'

/** Different cells translated in the bulk parse at most; a column with more is no coded one. */
const most = 60

/** How the cells of a column are decided and read: by the format, or by the rule of flags and words. */
export interface Coding {
  readonly decide: (cells: ReadonlyMap<string, number>) => Decided
  readonly read: (format: CellFormat, text: string) => CellReading
}

/** `Score (0-10)`, `from 0 to 10`, `0 … 10`, `de 0 a 10`. */
const zeroToTen = /(?<![\d.,])0\s?(?:-|–|—|\.\.\.?|…|\/|to|bis|à|a|al|tot)\s?10(?![\d.,]*\d)/iu

export function hintsFor(table: TableName, plan: ColumnPlan, told: Told, delimiter: string): FormatHints {
  const words = told.words?.get(plan.column) ?? choiceWords(table, plan.column)
  const isMoney = plan.target === 'money'
  return {
    delimiter,
    ...(told.dateOrder === undefined ? {} : { dateOrder: told.dateOrder }),
    ...(told.decimal === undefined ? {} : { decimal: told.decimal }),
    ...(told.unit === undefined || !isMoney ? {} : { unit: told.unit }),
    ...(told.scoreOffset === undefined ? {} : { scoreOffset: told.scoreOffset }),
    ...(plan.target === 'score' && zeroToTen.test(plan.mapped.header) ? { zeroToTen: true } : {}),
    ...(plan.target === 'choice' ? { words } : {}),
  }
}

export function codingOf(plan: ColumnPlan, hints: FormatHints, rule: StatusRule | null): Coding {
  if (rule !== null && plan.column === 'status') return statusCoding(plan, hints, rule)
  const read = plan.column === 'currency' ? readCurrency : readCell
  return { decide: (cells) => decideFormat(plan.target, cells, hints), read }
}

function readCurrency(format: CellFormat, text: string): CellReading {
  const reading = readCell(format, text)
  return 'value' in reading && reading.value !== null ? { value: currencyCode(reading.value) } : reading
}

/** Flags before words: won, then lost, then closed but not won; a flag that says nothing leaves it to the words. */
function statusCoding(plan: ColumnPlan, hints: FormatHints, rule: StatusRule): Coding {
  const at = (index: number | null): number => (index === null ? -1 : plan.indexes.indexOf(index))
  const [won, lost, closed, words] = [
    at(rule.wonIndex),
    at(rule.lostIndex),
    at(rule.closedIndex),
    at(rule.wordsIndex),
  ]
  const byFlags = (cells: readonly string[]): string | null => {
    const flag = (index: number): boolean | null => (index < 0 ? null : flagOf(cells[index] ?? ''))
    const [isWon, isLost, isClosed] = [flag(won), flag(lost), flag(closed)]
    if (isWon === true) return 'won'
    if (isLost === true) return 'lost'
    if (isClosed === true && isWon === false) return 'lost'
    if (isClosed === false || (isWon === false && isLost === false)) return 'open'
    return null
  }
  return {
    decide: (tuples) => {
      const counts = new Map<string, number>()
      for (const [tuple, count] of tuples) {
        const cells = tuple.split(between)
        const word = cells[words] ?? ''
        if (byFlags(cells) === null) counts.set(word, (counts.get(word) ?? 0) + count)
      }
      return decideFormat('choice', counts, hints)
    },
    read: (format, tuple) => {
      const cells = tuple.split(between)
      const status = byFlags(cells)
      return status === null ? readCell(format, cells[words] ?? '') : { value: status }
    },
  }
}

/** Cell (or cells, joined) -> value, as the sample has it; null when the column cannot be translated in bulk. */
export function guess(source: Source, plan: ColumnPlan, coding: Coding): ReadonlyMap<string, string> | null {
  const counts = new Map<string, number>()
  for (const { cells } of source.sample) {
    const tuple = plan.indexes.map((index) => cells[index] ?? '').join(between)
    counts.set(tuple, (counts.get(tuple) ?? 0) + 1)
    if (counts.size > most) return null
  }
  const decided = coding.decide(counts)
  if ('undecidable' in decided) return null
  const values = new Map<string, string>()
  for (const tuple of counts.keys()) {
    const reading = coding.read(decided.format, tuple)
    if ('value' in reading && reading.value !== null) values.set(tuple, reading.value)
  }
  return values
}
