// How the cells of a column are read, in words for a person: `date, day first (1,204 cells with a first part over 12, as "31/01/2026")`.
import type { CellFormat } from '../mapping.ts'

const orders = { 'day-first': 'day first', 'month-first': 'month first', 'year-first': 'year first' } as const
const styles = {
  calendar: 'date',
  'epoch-seconds': 'date as Unix seconds',
  'epoch-milliseconds': 'date as Unix milliseconds',
  'excel-serial': 'date as Excel day number',
} as const
const units = { 1: '', 1000: ', in thousands', 1_000_000: ', in millions' } as const

const because = (words: string, evidence: string): string =>
  evidence === '' ? words : `${words} (${evidence})`

/** Words for a format; null for text, which is kept as it is. */
export function formatWords(format: CellFormat | null): string | null {
  if (format === null) return null
  switch (format.kind) {
    case 'text':
      return null
    case 'date':
      return because(
        format.order === null ? styles[format.style] : `${styles[format.style]}, ${orders[format.order]}`,
        format.evidence,
      )
    case 'number':
      return because(
        `number, decimal ${format.decimal === '.' ? 'point' : 'comma'}${units[format.unit]}`,
        format.evidence,
      )
    case 'score':
      return because(format.offset === 0 ? 'score' : `score, ${format.offset} subtracted`, format.evidence)
    case 'flag':
      return 'yes or no'
    default:
      return choiceWords(format.words)
  }
}

/** `won: closed won, signed; lost: dead`. */
function choiceWords(words: ReadonlyMap<string, string>): string {
  const byChoice = new Map<string, string[]>()
  for (const [word, choice] of words) {
    if (word.startsWith('*') || choice === '') continue
    const list = byChoice.get(choice) ?? []
    byChoice.set(choice, list)
    if (list.length < 6) list.push(word)
  }
  const parts = [...byChoice].map(([choice, list]) => `${choice}: ${list.join(', ')}`)
  return parts.length === 0 ? 'words' : parts.join('; ')
}
