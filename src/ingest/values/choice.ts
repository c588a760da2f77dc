// Choices (won, lost, open ...): words of an export to one of a few. Whole words only: `Unpaid` is not paid, `Two Next Steps` not won.
import type { CellFormat } from '../mapping.ts'
import type { CellCounts, CellReading, Decided, FormatHints } from './contract.ts'
import { cellsWord, fold, quoted } from './fold.ts'
import { isMissingValue } from './missing.ts'

type ChoiceFormat = Extract<CellFormat, { kind: 'choice' }>

/**
 * Words are folded. Two forms of key are special: `* won *` stands for any text that holds the whole word, and `*` for everything
 * else; the choice '' means that nothing is known (a missing value).
 */
export type ChoiceWords = ReadonlyMap<string, string>

/** A sort prefix (`G. Project Won`, `02 - Medium`) or a pipeline code (`C6:LOSE`) before the word. */
const sortPrefix = /^\s*(?:[\p{L}]|\d{1,3})\s*[.):\-–]\s*(?=\S)/u
const codePrefix = /^\s*[A-Za-z]{1,3}\d{0,6}:(?=\S)/
const bracketed = /\s*[([][^()[\]]*[)\]]\s*$/u
const denials: ReadonlySet<string> = new Set(
  'not no non never nicht kein pas nunca nao niet almost nearly fast t un'.split(' '),
)

/** The choice a cell stands for; undefined when no word fits. */
export function choiceOf(text: string, words: ChoiceWords): string | undefined {
  const whole = fold(text)
  const exact = words.get(whole)
  if (exact !== undefined && whole !== '') return exact
  for (const shorter of [
    text.replace(sortPrefix, ''),
    text.replace(codePrefix, ''),
    text.replace(bracketed, ''),
  ]) {
    if (shorter === text) continue
    const found = words.get(fold(shorter))
    if (found !== undefined) return found
  }
  return contained(whole, words)
}

function contained(whole: string, words: ChoiceWords): string | undefined {
  if (whole.length > 120) return undefined
  const parts = whole.split(' ')
  if (parts.some((part) => denials.has(part))) return undefined
  let choice: string | undefined
  for (const part of parts) {
    const found = words.get(`* ${part} *`)
    if (found === undefined) continue
    // `Won/Lost`: two answers are none.
    if (choice !== undefined && choice !== found) return undefined
    choice = found
  }
  return choice
}

/** Decides what every word of a choice column stands for. */
export function decideChoice(cells: CellCounts, hints: FormatHints): Decided {
  const given: ChoiceWords = hints.words ?? new Map()
  const words = new Map<string, string>()
  const other = given.get('*')
  if (other !== undefined) words.set('*', other)
  const unknown = new Map<string, number>()
  const seen = new Set<string>()
  let rows = 0
  for (const [text, count] of cells) {
    if (isMissingValue(text)) continue
    const choice = choiceOf(text, given)
    if (choice === undefined) {
      unknown.set(text.trim(), (unknown.get(text.trim()) ?? 0) + count)
      rows += count
    } else {
      words.set(fold(text), choice)
      seen.add(choice)
    }
  }
  const format: ChoiceFormat = { kind: 'choice', words }
  const warning = unknownWarning(
    unknown,
    rows,
    other,
    missingChoices(given, seen, other),
    new Set(given.values()).size,
  )
  return warning === null ? { format } : { format, warning }
}

/** Choices that words exist for but no cell stands for: with unknown words beside it, one of those may be it. */
const missingChoices = (given: ChoiceWords, seen: ReadonlySet<string>, other: string | undefined): string[] =>
  [...new Set(given.values())].filter((choice) => choice !== '' && choice !== other && !seen.has(choice))

function unknownWarning(
  unknown: ReadonlyMap<string, number>,
  rows: number,
  other: string | undefined,
  missing: readonly string[],
  choices: number,
): string | null {
  if (unknown.size === 0 || other === '') return null
  const most = [...unknown].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5)
  const list = most.map(([word]) => quoted(word)).join(', ') + (unknown.size > most.length ? ' …' : '')
  if (other === undefined) return `${cellsWord(rows)} hold words that mean none of the choices: ${list}`
  // Stages are free words and open unless they say won or lost: only when one of the two never occurs is that worth a word.
  if (choices > 3) return `${cellsWord(rows)} hold words of no known meaning, read as ${other}: ${list}`
  return missing.length === 0
    ? null
    : `no cell was understood as ${missing.join(' or ')}; ${cellsWord(rows)} are read as ${other}: ${list}`
}

/** Reads one cell of a choice column: the choice, or null for nothing known. */
export function readChoice(format: ChoiceFormat, text: string): CellReading {
  if (isMissingValue(text)) return { value: null }
  const choice = format.words.get(fold(text)) ?? choiceOf(text, format.words) ?? format.words.get('*')
  if (choice === undefined)
    return { code: 'unknown-word', reason: `${quoted(text)} means none of the choices` }
  return { value: choice === '' ? null : choice }
}
