// The shape of one number cell: sign, digits and separators, freed from currency, brackets, suffixes and guards.
import { isCurrency, isCurrencyCode } from './currencies.ts'
import { unwrapped } from './guard.ts'

export interface NumberShape {
  readonly negative: boolean
  /** Digits with the separators `.` `,` and (for spaces and apostrophes of every kind) a plain space. */
  readonly body: string
  /** Powers of ten that a suffix stands for: k 3, M 6, bn 9. */
  readonly shift: number
  readonly percent: boolean
  /** Currency sign or code as written, or an empty string. */
  readonly currency: string
}

const longest = 64
/** By far the most frequent shapes, `-1,234.50` and `$1,234`, without the work the others need. */
const common = /^(-?)([$€£]?)(\d[\d.,]*)$/
const bodyPattern = /^[0-9.,' ]+$/
const spaces = /[\s\u00a0\u2007\u2009\u202f]+/gu
const apostrophes = /[’‘´`′]/gu
const minuses = /[−–‒]/gu
const suffixes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['tsd', 3],
  ['tsd.', 3],
  ['m', 6],
  ['mm', 6],
  ['mn', 6],
  ['mio', 6],
  ['mio.', 6],
  ['mln', 6],
  ['million', 6],
  ['b', 9],
  ['bn', 9],
  ['mrd', 9],
  ['mrd.', 9],
  ['billion', 9],
])

/** The shape, or null when the cell is no number. */
export function numberShape(cell: string): NumberShape | null {
  if (cell.length > longest) return null
  const quick = common.exec(cell)
  if (quick !== null)
    return {
      negative: quick[1] === '-',
      body: quick[3] ?? '',
      shift: 0,
      percent: false,
      currency: quick[2] ?? '',
    }
  let text = unwrapped(cell.trim())
    .replace(spaces, ' ')
    .replace(minuses, '-')
    .replace(apostrophes, "'")
    .trim()
  if (text.startsWith("'")) text = text.slice(1).trim()
  let negative = false
  const bracket = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(text)
  if (bracket !== null) {
    const [, left = '', inner = '', right = ''] = bracket
    // `(250.00)` and `$(250.00)` are negative; in `250 (EUR)` the brackets hold the currency.
    negative = /\d/.test(inner)
    if (negative === /\d/.test(left + right)) return null
    text = `${left}${negative ? '' : ' '}${inner}${right}`.trim()
  }
  const first = text.search(/[0-9.,]/)
  if (first < 0) return null
  let end = text.length
  while (end > first && !/\d/.test(text[end - 1] ?? '')) end--
  if (text[end] === '.' || text[end] === ',') end++
  const before = prefix(text.slice(0, first).trim())
  const body = text.slice(first, end).trim().replaceAll("'", ' ')
  // `12.-` and `12,-`: a price without cents, not a negative one.
  const priceDash = /[.,]$/.test(body) && text[end] === '-'
  const inReais = /^(?:R\$|BRL)$/i.test(before?.currency ?? '')
  const after = suffix(text.slice(priceDash ? end + 1 : end).trim(), negative, inReais)
  if (before === null || after === null || !bodyPattern.test(body)) return null
  if (before.negative && (after.negative || negative)) return null
  if (before.currency !== '' && after.currency !== '' && !sameMoney(before.currency, after.currency))
    return null
  return {
    negative: negative || before.negative || after.negative,
    body,
    shift: after.shift,
    percent: after.percent,
    currency: before.currency === '' ? after.currency : before.currency,
  }
}

const twoScales = /\d[\d.,'\s]*mil\b/i

/** `150 mil`: a thousand in Portuguese and Spanish, a million to others. */
export const hasTwoScales = (text: string): boolean => text.length <= longest && twoScales.test(text)

/** `$450 USD`: a sign and a code of one amount. */
const sameMoney = (sign: string, word: string): boolean => !isCurrencyCode(sign) && isCurrencyCode(word)

function prefix(text: string): { negative: boolean; currency: string } | null {
  let rest = text
  let negative = false
  if (rest.startsWith('-') || rest.startsWith('+')) {
    negative = rest.startsWith('-')
    rest = rest.slice(1).trim()
  } else if (rest.endsWith('-') || rest.endsWith('+')) {
    negative = rest.endsWith('-')
    rest = rest.slice(0, -1).trim()
  }
  return rest === '' || isCurrency(rest) ? { negative, currency: rest } : null
}

interface Suffix {
  negative: boolean
  shift: number
  percent: boolean
  currency: string
}

/** `inReais`: `mil` is a thousand there; elsewhere nobody knows whether it is that or a million. */
function suffix(text: string, bracketed: boolean, inReais: boolean): Suffix | null {
  const found: Suffix = { negative: false, shift: 0, percent: false, currency: '' }
  if (text === '') return found
  for (const part of text.split(' ')) {
    const word = part.toLowerCase()
    if (word === '-' && !found.negative && !bracketed) found.negative = true
    else if (word === '%') found.percent = true
    else if (word === 'dr' || word === 'dr.' || word === '.-' || word === '-') continue
    else if (word === 'cr' || word === 'cr.') found.negative = true
    else if (word === 'mil' && inReais && found.shift === 0) found.shift = 3
    else if (suffixes.has(word) && found.shift === 0) found.shift = suffixes.get(word) ?? 0
    else if (isCurrency(part) && found.currency === '') found.currency = part
    else if (!glued(part, found)) return null
  }
  return found
}

/** `45k€`, `12€-`: a suffix and a sign without a space between. */
function glued(part: string, found: Suffix): boolean {
  const match = /^([a-z.]{1,3})?(\p{Sc})?(-)?$/iu.exec(part)
  if (match === null) return false
  const [, word, sign, minus] = match
  if (word !== undefined) {
    const shift = suffixes.get(word.toLowerCase())
    if (shift === undefined || found.shift !== 0) return false
    found.shift = shift
  }
  if (sign !== undefined) {
    if (found.currency !== '') return false
    found.currency = sign
  }
  if (minus !== undefined) found.negative = true
  return true
}
