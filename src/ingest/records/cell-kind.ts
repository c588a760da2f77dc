// What a cell looks like at first glance: enough to tell a header from data and to see that a ragged row has slipped. Never used to read a value.
import type { CellKind } from '../source.ts'

/** Longer cells are text; it also bounds the work of the patterns below. */
const longest = 40

const missing = new Set(['-', '--', '—', 'n/a', 'na', 'null', 'none', 'nan', '#n/a', 'tbd', '?', '\\n'])

// A currency before or after: a symbol, a code set apart by a space, or `R$`, `US$`; then signs, brackets, groups, exponents, units.
const number =
  /^[-+(]?(?:[A-Z]{3} |[A-Z]{0,2}\$ ?|[€£¥₹₽] ?)?[-+(]?\d[\d.,' \u00a0\u202f]*(?:e[-+]?\d{1,3})?\)?(?: ?(?:%|[kKmM]|[$€£¥₹₽])| (?:[A-Z]{3}|Dr|Cr))?-?\)?$/u
const bareFraction = /^[-+]?[.,]\d+$/
const date = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T,].*)?$/
const writtenDate =
  /^(?:\p{L}{2,9}day,? |\p{L}{2,3}\.?, )?\d{1,2}(?:st|nd|rd|th|\.)?[ -]\p{L}{3,9}\.?,?[ -]\d{2,4}(?:[ ,].*)?$/u
const monthFirst =
  /^(?:\p{L}{2,9}day,? |\p{L}{2,3}\.?, )?\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{2,4}(?:[ ,].*)?$/u
const time = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?$/

export function cellKind(cell: string): CellKind {
  if (cell.length > 4 * longest) return 'text'
  const text = cell.trim()
  if (text === '') return 'blank'
  if (text.length > longest) return 'text'
  const first = text.charCodeAt(0)
  // Plain words, the commonest cell, are settled without a pattern.
  const digit = /\d/.test(text)
  if (!digit) return missing.has(text.toLowerCase()) ? 'blank' : 'text'
  if (first >= 0x30 && first <= 0x39 && (date.test(text) || time.test(text))) return 'date'
  if (number.test(text) || bareFraction.test(text)) return 'number'
  if (writtenDate.test(text) || monthFirst.test(text)) return 'date'
  return 'text'
}
