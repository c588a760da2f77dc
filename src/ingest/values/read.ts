// One cell by the format decided for its column.
import type { ReadCell } from './contract.ts'
import { readChoice } from './choice.ts'
import { readDate } from './date.ts'
import { readFlag } from './flag.ts'
import { unwrapped } from './guard.ts'
import { isMissing } from './missing.ts'
import { readNumber } from './number.ts'
import { readScore } from './score.ts'

export const readCell: ReadCell = (format, text) => {
  switch (format.kind) {
    case 'text':
      return { value: isMissing(text) ? null : unguarded(text.trim()) }
    case 'date':
      return readDate(format, text)
    case 'number':
      return readNumber(format, text)
    case 'score':
      return readScore(format, text)
    case 'flag':
      return readFlag(text)
    default:
      return readChoice(format, text)
  }
}

/** Some tools guard every text as Excel does (`="00123"`); Odoo, EspoCRM and Typeform write an apostrophe before text that a spreadsheet would take for a formula; it is no part of the text. */
function unguarded(text: string): string {
  if (text.charCodeAt(0) !== 39) return unwrapped(text)
  const next = text[1]
  return next === '=' || next === '+' || next === '-' || next === '@' ? text.slice(1) : text
}
