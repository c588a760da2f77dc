// Numbers and money: the decimal mark of a column is decided from all its cells, then every cell is read by it, exactly.
import type { CellFormat } from '../mapping.ts'
import type { CellCounts, CellReading, Decided, FormatHints } from './contract.ts'
import { currencyNamed, hasCents } from './currencies.ts'
import { cellsWord, quoted } from './fold.ts'
import { isMissingValue } from './missing.ts'
import { fromExponent, plainDecimal, shifted } from './number-body.ts'
import { hasTwoScales, numberShape } from './number-shape.ts'

type NumberFormat = Extract<CellFormat, { kind: 'number' }>
/** What one cell says about the decimal mark. `eitherDot`: `10.000`, ten or ten thousand. */
type Sort = 'plain' | 'dot' | 'comma' | 'eitherDot' | 'eitherComma' | 'bad'

interface Tally {
  readonly count: Map<Sort, number>
  readonly example: Map<Sort, string>
  /** Distinct cells that may be read two ways, and how many of those carry a currency that has cents. */
  distinctEither: number
  withCents: number
  smallPlain: number
  largePlain: number
  group: string | null
  /** Some cell is a percentage. */
  percent: boolean
  /** Currencies that stand in cells, and one more than a message lists. */
  readonly currencies: Set<string>
}

/** Currencies listed in a message. */
const mostCurrencies = 5

const zero = 48
const nine = 57

/** Sort of a cell of plain ASCII digits with at most one dot, without any pattern matching; null: look closer. */
function quickSort(text: string): Sort | null {
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  let dot = -1
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= zero && code <= nine) continue
    if (code !== 46 || dot >= 0 || i === start) return null
    dot = i
  }
  if (text.length === start || dot === text.length - 1) return null
  if (dot < 0) return 'plain'
  const whole = dot - start
  return text.length - dot - 1 !== 3 || whole > 3 || text.charCodeAt(start) === zero ? 'dot' : 'eitherDot'
}

function bodySort(body: string): Sort {
  const dot = plainDecimal(body, '.')
  const comma = plainDecimal(body, ',')
  if (dot !== null && comma !== null)
    return dot === comma ? 'plain' : body.includes('.') ? 'eitherDot' : 'eitherComma'
  if (dot === null && comma === null) return 'bad'
  return dot === null ? 'comma' : 'dot'
}

function tallyOf(cells: CellCounts, percent: boolean): Tally {
  const count = new Map<Sort, number>()
  const example = new Map<Sort, string>()
  const tally: Tally = {
    count,
    example,
    distinctEither: 0,
    withCents: 0,
    smallPlain: 0,
    largePlain: 0,
    group: null,
    percent: false,
    currencies: new Set(),
  }
  for (const [text, times] of cells) {
    let sort = quickSort(text)
    let currency = ''
    let length = text.length
    if (sort === null) {
      if (isMissingValue(text)) continue
      const power = fromExponent(text.trim())
      const shape = power === null ? numberShape(text) : null
      sort = power === null ? 'bad' : power.mark === ',' ? 'comma' : power.mark === '.' ? 'dot' : 'plain'
      if (shape?.percent === true) tally.percent = true
      if (shape !== null && (percent || !shape.percent)) {
        sort = bodySort(shape.body)
        currency = shape.currency
        if (currency !== '' && tally.currencies.size <= mostCurrencies)
          tally.currencies.add(currencyNamed(currency))
        length = shape.body.length
        if (shape.body.includes(' ')) tally.group = ' '
        else if (sort !== 'plain' && sort !== 'bad') tally.group ??= groupOf(shape.body, sort)
      }
    }
    count.set(sort, (count.get(sort) ?? 0) + times)
    if (!example.has(sort)) example.set(sort, text.trim())
    if (sort === 'plain') tally[length > 3 ? 'largePlain' : 'smallPlain'] += times
    else if (sort === 'eitherDot' || sort === 'eitherComma') {
      tally.distinctEither++
      if (hasCents(currency)) tally.withCents++
    }
  }
  return tally
}

const listOf = (currencies: ReadonlySet<string>): string =>
  [...currencies].slice(0, mostCurrencies).join(', ') + (currencies.size > mostCurrencies ? ', …' : '')

const groupOf = (body: string, sort: Sort): string | null =>
  sort === 'dot' && body.includes(',') ? ',' : sort === 'comma' && body.includes('.') ? '.' : null

/**
 * Decides how a number column is read. Whole numbers have no decimals, so `10.000` is ten thousand there; a percentage may be a rating,
 * but is no amount of money.
 */
export function decideNumber(
  cells: CellCounts,
  hints: FormatHints,
  type: 'money' | 'number' | 'integer' = 'money',
): Decided {
  const tally = tallyOf(cells, type !== 'money')
  const whole = type === 'integer'
  const n = (sort: Sort): number => tally.count.get(sort) ?? 0
  const good = n('plain') + n('dot') + n('comma') + n('eitherDot') + n('eitherComma')
  if (good === 0 && n('bad') > 0)
    return {
      undecidable: `none of the ${cellsWord(n('bad'))} reads as a number, for example ${quoted(tally.example.get('bad') ?? '')}`,
      hint: 'map another column in salescheck.json, or leave this one out',
    }
  const notes: string[] = []
  if (n('bad') * 20 > good)
    notes.push(
      `${cellsWord(n('bad'))} cannot be read as numbers, for example ${quoted(tally.example.get('bad') ?? '')}`,
    )
  if (tally.currencies.size > 1)
    notes.push(
      `the cells carry different currencies (${listOf(tally.currencies)}): unless a column names the currency of each row, they are added up as if they were one`,
    )
  const mark = markOf(tally, hints, whole, notes)
  if ('undecidable' in mark) return mark
  const group =
    tally.group ?? (n(mark.decimal === '.' ? 'eitherComma' : 'eitherDot') > 0 ? other(mark.decimal) : null)
  const percent = tally.percent && type !== 'money' ? { percent: true } : {}
  const format: NumberFormat = { kind: 'number', ...mark, group, unit: hints.unit ?? 1, ...percent }
  return notes.length === 0 ? { format } : { format, warning: notes.join('; ') }
}

const other = (mark: '.' | ','): '.' | ',' => (mark === '.' ? ',' : '.')

type Mark = { decimal: '.' | ','; evidence: string } | { undecidable: string; hint: string }

function markOf(tally: Tally, hints: FormatHints, whole: boolean, notes: string[]): Mark {
  const n = (sort: Sort): number => tally.count.get(sort) ?? 0
  const shown = (sort: Sort): string => quoted(tally.example.get(sort) ?? '')
  const dot = n('dot')
  const comma = n('comma')
  const dotText = `${cellsWord(dot)} with a decimal point, as ${shown('dot')}`
  const commaText = `${cellsWord(comma)} with a decimal comma, as ${shown('comma')}`
  const told = hints.decimal
  if (dot > 0 && comma > 0) {
    if (told !== undefined) {
      notes.push(`both decimal marks occur: ${dotText}; ${commaText}`)
      return { decimal: told, evidence: `told: decimal ${told}` }
    }
    const [decimal, few, many] = dot > comma ? (['.', comma, dot] as const) : ([',', dot, comma] as const)
    if (few * 100 > many)
      return {
        undecidable: `both decimal marks occur: ${dotText}; ${commaText}`,
        hint: 'write "decimal": "." or "," for this file in salescheck.json: cells that do not fit are then rejected',
      }
    notes.push(
      `${cellsWord(few)} have the other decimal mark and will be rejected, as ${shown(dot > comma ? 'comma' : 'dot')}`,
    )
    return { decimal, evidence: dot > comma ? dotText : commaText }
  }
  if (dot > 0 || comma > 0) {
    const decimal = dot > 0 ? '.' : ','
    const evidence = dot > 0 ? dotText : commaText
    if (told !== undefined && told !== decimal)
      notes.push(`told decimal ${told}, but ${evidence}: read with decimal ${decimal}`)
    return { decimal, evidence }
  }
  if (told !== undefined) return { decimal: told, evidence: `told: decimal ${told}` }
  if (n('eitherDot') + n('eitherComma') === 0)
    return {
      decimal: '.',
      evidence:
        n('plain') > 0
          ? `${cellsWord(n('plain'))} ${n('plain') === 1 ? 'is' : 'are'} plain digits`
          : 'no cell is filled',
    }
  return thousandsOf(tally, hints, whole, notes)
}

/** Every separator is followed by exactly three digits: thousands, when something else in the column or file says so. */
function thousandsOf(tally: Tally, hints: FormatHints, whole: boolean, notes: string[]): Mark {
  const n = (sort: Sort): number => tally.count.get(sort) ?? 0
  const sort = n('eitherDot') > 0 ? 'eitherDot' : 'eitherComma'
  const group = sort === 'eitherDot' ? '.' : ','
  const decimal = other(group)
  const count = n('eitherDot') + n('eitherComma')
  const shown = quoted(tally.example.get(sort) ?? '')
  const settled = (why: string): Mark => ({
    decimal,
    evidence: `${cellsWord(count)} in thousands, as ${shown}: ${why}`,
  })
  if (n('eitherDot') === 0 || n('eitherComma') === 0) {
    if (whole) return settled('the column holds whole numbers')
    if (tally.withCents === tally.distinctEither)
      return settled('amounts in this currency have two decimals or none')
    if (tally.distinctEither >= 50 && tally.smallPlain > 0 && tally.largePlain === 0)
      return settled('every number over 999 is written so, and none below')
    if ((hints.delimiter === ';' && group === '.') || (hints.delimiter === ',' && group === ',')) {
      const why = `the file is separated by "${hints.delimiter}"`
      notes.push(`${shown} is read as thousands because ${why}; "decimal" in salescheck.json settles it`)
      return settled(why)
    }
  }
  const plain = (tally.example.get(sort) ?? '').replace(/[^\d.,]/g, '')
  return {
    undecidable: `${shown} may be ${plain.replace(group, '')} or ${plain.replace(group, '.')}, and nothing in the ${cellsWord(count)} like it says which`,
    hint: 'write "decimal": "." or "decimal": "," for this file in salescheck.json',
  }
}

/** Digits before the point that a DECIMAL(18, 4) holds. */
const mostDigits = 14
const places = { 1: 0, 1000: 3, 1_000_000: 6 } as const

/** Reads one cell of a number column: a plain decimal such as `-1234.5`. */
export function readNumber(format: NumberFormat, text: string): CellReading {
  const quick = quickSort(text)
  if (quick === 'plain' || (quick !== null && format.decimal === '.')) return scaled(format, text, 0)
  if (quick === null) {
    if (isMissingValue(text)) return { value: null }
    const power = fromExponent(text.trim())
    if (power !== null) return scaled(format, power.value, 0)
  }
  const shape = numberShape(text)
  if (shape === null) return { code: 'not-a-number', reason: whyNot(text) }
  if (shape.percent && format.percent !== true)
    return { code: 'not-an-amount', reason: `${quoted(text)} is a percentage, not an amount` }
  const plain = plainDecimal(shape.body, format.decimal)
  if (plain === null) {
    const mark = format.decimal === '.' ? 'point' : 'comma'
    return { code: 'not-a-number', reason: `${quoted(text)} is no number with a decimal ${mark}` }
  }
  return scaled(format, shape.negative ? `-${plain}` : plain, shape.shift)
}

const whyNot = (text: string): string =>
  hasTwoScales(text)
    ? `${quoted(text)} may be thousands or millions: write the amount in digits`
    : `${quoted(text)} is not a number`

function scaled(format: NumberFormat, value: string, shift: number): CellReading {
  const move = shift + places[format.unit]
  const negative = value.startsWith('-')
  const moved =
    move === 0 ? value : `${negative ? '-' : ''}${shifted(negative ? value.slice(1) : value, move)}`
  const point = moved.indexOf('.')
  const whole = (point < 0 ? moved.length : point) - (negative ? 1 : 0)
  if (whole > mostDigits)
    return { code: 'number-too-large', reason: `${quoted(value)} has more than ${mostDigits} digits` }
  return { value: whole > 1 ? moved.replace(leadingZeros, '$1') : moved }
}

const leadingZeros = /^(-?)0+(?=\d)/
