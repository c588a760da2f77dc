// What counts as "nothing was written here". A missing cell is never zero.
import { unwrapped } from './guard.ts'

const words = new Set([
  'null',
  '(null)',
  '<null>',
  '\\n',
  'nil',
  'none',
  'nan',
  'n/a',
  '#n/a',
  '#na',
  '#n/v',
  '#nv',
  'n.a.',
  'n.v.',
  '#value!',
  '#ref!',
  '#div/0!',
  '#name?',
  '#null!',
  '#num!',
  '(blank)',
  '(leer)',
  '(vide)',
  '(en blanco)',
  '(empty)',
  '(none)',
  '(not set)',
  'undefined',
  '-none-',
  '--none--',
  '- none -',
  '--select--',
  '-select-',
  '- select -',
  '-- select --',
  'please select',
  'not applicable',
])

const longest = 16
const dash = /^[-–—‒―−]{1,3}$/

/** Blank, NULL, N/A, `-`, `--`, `#N/A`, NaN, None, `(blank)`, `--None--`. A bare `NA` may be a region: see `isMissingValue`. */
export function isMissing(text: string): boolean {
  if (text === '') return true
  // Nearly every cell begins with a letter or digit that begins no such word: decided by one look.
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return false
  if (text.length > 64) return text.trim() === ''
  const word = unwrapped(text.trim())
  if (word === '') return true
  if (word.length > longest) return false
  return words.has(word.toLowerCase()) || dash.test(word)
}

/** The same for cells of dates, numbers, scores, flags and choices, where `NA` and `?` cannot be anything else. */
export const isMissingValue = (text: string): boolean => {
  if (isMissing(text)) return true
  if (text.length > 8) return false
  const word = text.trim()
  return word === 'NA' || word === 'na' || word === 'Na' || word === '?' || word === '.'
}
