// What the cells of a column look like in the sample: evidence for and against a header, and for columns whose header says nothing.
import type { ColumnType } from '../../schema/index.ts'
import type { NotTaken } from '../mapping.ts'
import type { Source } from '../source.ts'
import {
  choiceOf,
  flagOf,
  isCurrencyCode,
  isMissingValue,
  readPeriod,
  type ChoiceWords,
} from '../values/index.ts'
import { dateShape } from '../values/date-shape.ts'
import { numberShape } from '../values/number-shape.ts'
import { plainDecimal } from '../values/number-body.ts'

/** What recognition needs of a source. */
export type SeenSource = Pick<Source, 'name' | 'sample'> & {
  readonly header: Pick<Source['header'], 'names'>
}

export interface Profile {
  /** Filled cells looked at. */
  readonly filled: number
  /** Shares of the filled cells, 0..1. */
  readonly dates: number
  /** Dates that are written as dates, not bare numbers that may be. */
  readonly writtenDates: number
  readonly numbers: number
  readonly money: number
  /** Whole numbers from 0 to 10, with or without a label behind. */
  readonly scores: number
  readonly highest: number
  readonly emails: number
  readonly currencies: number
  readonly flags: number
  readonly periods: number
  readonly distinct: number
}

const mostCells = 200
const email = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/
const scoreCell = /^\s*(\d{1,2})(?:\s*$|\s*[-–—:=(])/
const moneyMark = /[$€£¥₹]|[.,]\d{2}$/

const isNumber = (text: string): boolean => {
  const shape = numberShape(text)
  return shape !== null && (plainDecimal(shape.body, '.') !== null || plainDecimal(shape.body, ',') !== null)
}

const isDate = (text: string): 'written' | 'number' | null => {
  const shape = dateShape(text)
  if (shape === null || shape.kind === 'impossible') return null
  const bare =
    shape.kind === 'serial' ||
    shape.kind === 'seconds' ||
    shape.kind === 'milliseconds' ||
    shape.kind === 'compact'
  return bare ? 'number' : 'written'
}

/** Filled cells of a column in the sample, at most 200. */
function cellsOf(source: SeenSource, index: number): string[] {
  const cells: string[] = []
  for (const record of source.sample) {
    const cell = record.cells[index]
    if (cell !== undefined && !isMissingValue(cell)) cells.push(cell)
    if (cells.length === mostCells) break
  }
  return cells
}

const scoreOf = (cell: string): number => Number(scoreCell.exec(cell)?.[1] ?? Number.NaN)

/** Each share is counted when it is asked for: most columns are asked one question. */
function profileOf(cells: readonly string[]): Profile {
  const known = new Map<string, number>()
  const once = (name: string, count: () => number): number => {
    const found = known.get(name) ?? count()
    known.set(name, found)
    return found
  }
  const share = (name: string, is: (cell: string) => boolean): number =>
    once(name, () =>
      cells.length === 0 ? 0 : cells.filter((cell) => cell.length <= 254 && is(cell)).length / cells.length,
    )
  return {
    filled: cells.length,
    get dates() {
      return share('dates', (cell) => isDate(cell) !== null)
    },
    get writtenDates() {
      return share('writtenDates', (cell) => isDate(cell) === 'written')
    },
    get numbers() {
      return share('numbers', isNumber)
    },
    get money() {
      return share('money', (cell) => isNumber(cell) && moneyMark.test(cell.trim()))
    },
    get scores() {
      return share('scores', (cell) => scoreOf(cell) >= 0 && scoreOf(cell) <= 10)
    },
    get highest() {
      return once('highest', () =>
        cells.reduce((most, cell) => (scoreOf(cell) > most ? scoreOf(cell) : most), 0),
      )
    },
    get emails() {
      return share('emails', (cell) => email.test(cell.trim()))
    },
    get currencies() {
      return share('currencies', (cell) => cell.trim().length === 3 && isCurrencyCode(cell.trim()))
    },
    get flags() {
      return share('flags', (cell) => flagOf(cell) !== null)
    },
    get periods() {
      return share('periods', (cell) => cell.length <= 40 && 'period' in readPeriod(cell))
    },
    get distinct() {
      return once('distinct', () => new Set(cells).size)
    },
  }
}

/** Profiles by column, made when asked for. */
export function profiles(source: SeenSource): (index: number) => Profile {
  const made = new Map<number, Profile>()
  return (index) => {
    const known = made.get(index)
    if (known !== undefined) return known
    const profile = profileOf(cellsOf(source, index))
    made.set(index, profile)
    return profile
  }
}

/** Whether the cells can be of the type at all; an empty column can be anything. */
export function fits(type: ColumnType | 'score', profile: Profile): boolean {
  if (profile.filled === 0) return true
  switch (type) {
    case 'date':
      return profile.dates >= 0.5
    case 'money':
    case 'number':
      return profile.numbers >= 0.5 && profile.writtenDates < 0.5
    case 'integer':
    case 'score':
      return profile.numbers >= 0.5 || profile.scores >= 0.5 || profile.distinct <= 4
    case 'flag':
      return profile.flags >= 0.5
    default:
      return true
  }
}

/** In how far the cells are not of a type; null: all of them are. */
export function misfit(
  type: ColumnType | 'score',
  source: SeenSource,
  index: number,
): Pick<NotTaken, 'what' | 'read' | 'filled' | 'example'> | null {
  const kind = kinds[type]
  if (kind === undefined) return null
  const cells = cellsOf(source, index)
  const others = cells.filter((cell) => !kind.is(cell))
  const [example] = others
  return example === undefined
    ? null
    : { what: kind.what, read: cells.length - others.length, filled: cells.length, example }
}

const kinds: Partial<
  Record<ColumnType | 'score', { readonly what: string; readonly is: (cell: string) => boolean }>
> = {
  date: { what: 'dates', is: (cell) => isDate(cell) !== null },
  money: { what: 'numbers', is: (cell) => isNumber(cell) && isDate(cell) !== 'written' },
  number: { what: 'numbers', is: (cell) => isNumber(cell) && isDate(cell) !== 'written' },
  integer: { what: 'numbers', is: isNumber },
  score: { what: 'scores', is: (cell) => isNumber(cell) || scoreOf(cell) <= 10 },
  flag: { what: 'yes or no', is: (cell) => flagOf(cell) !== null },
}

export interface Understood {
  readonly share: number
  readonly choices: ReadonlySet<string>
}

/** Share of the filled cells that a set of choice words understands, and the choices met. */
export function understood(source: SeenSource, index: number, words: ChoiceWords): Understood {
  const choices = new Set<string>()
  let count = 0
  const cells = cellsOf(source, index)
  for (const cell of cells) {
    const choice = choiceOf(cell, words)
    if (choice === undefined || choice === '') continue
    choices.add(choice)
    count++
  }
  return { share: cells.length === 0 ? 0 : count / cells.length, choices }
}

const code = /^\S*\d\S*$/
const numberedWord = /^\p{L}+[ #-]+\d+$/u

/**
 * Whether the cells are names of things rather than their ids: texts that different rows share, or words with spaces. Rows that are the
 * same throughout tell nothing against an id: the file may hold an export twice.
 */
export function holdsNames(source: SeenSource, index: number): boolean {
  const rows = new Map<string, string>()
  let codes = 0
  let phrases = 0
  let differ = false
  let same = false
  let filled = 0
  for (const { cells } of source.sample) {
    const text = (cells[index] ?? '').trim()
    if (isMissingValue(text)) continue
    if (filled === mostCells) break
    filled++
    if (code.test(text)) codes++
    else if (text.includes(' ') && !numberedWord.test(text)) phrases++
    const row = cells.join('\u001f')
    const before = rows.get(text)
    if (before === undefined) rows.set(text, row)
    else if (before === row) same = true
    else differ = true
  }
  if (2 * codes >= filled) return false
  return differ || (!same && 2 * phrases >= filled)
}
