// Scores from 0 to 10: the scale of a column is decided from all its cells, and another scale is refused, not bent.
import type { CellFormat } from '../mapping.ts'
import type { CellCounts, CellReading, Decided, FormatHints } from './contract.ts'
import { cellsWord, fold, quoted } from './fold.ts'
import { unwrapped } from './guard.ts'
import { isMissingValue } from './missing.ts'

type ScoreFormat = Extract<CellFormat, { kind: 'score' }>

/** Labels of the three classes, and the score that stands for each: only the class of it means anything. */
const labels: ReadonlyMap<string, number> = new Map([
  ...'promoter promoters promotor promoteur promotore forderer'
    .split(' ')
    .map((word): [string, number] => [word, 10]),
  ...'passive passives passiv passif pasivo passivo neutral neutro'
    .split(' ')
    .map((word): [string, number] => [word, 8]),
  ...'detractor detractors detracteur detrattore detrator kritiker criticaster'
    .split(' ')
    .map((word): [string, number] => [word, 3]),
])

const leading = /^'?\s*([+-]?\d{1,4})(?:[.,](\d{1,6}))?\s*(?:$|[-–—:=(/)]|\p{L}|points?\b)/u
const outOf = /^\s*\d{1,2}\s*\/\s*(\d{1,3})\s*$/
const trailing = /\((\d{1,2})\)\s*$/

/** The number a cell begins with (`10 - Extremely likely`), or ends with in brackets; null when there is none. */
function numberOf(text: string): { value: number; whole: boolean } | null {
  const code = text.charCodeAt(0)
  if (text.length === 1 && code >= 48 && code <= 57) return { value: code - 48, whole: true }
  const found = leading.exec(unwrapped(text.trim()))
  if (found !== null) {
    const fraction = found[2] ?? ''
    return { value: Number(found[1]), whole: /^0*$/.test(fraction) }
  }
  const last = text.length <= 120 ? trailing.exec(text) : null
  return last === null ? null : { value: Number(last[1]), whole: true }
}

interface Tally {
  /** Rows by whole score, -1 for what lies below and 12 for what lies above. */
  readonly rows: number[]
  labelled: number
  unreadable: number
  fractions: number
  largest: number
  example: string
  bestOf: number
}

function tallyOf(cells: CellCounts): Tally {
  const tally: Tally = {
    rows: Array.from({ length: 14 }, () => 0),
    labelled: 0,
    unreadable: 0,
    fractions: 0,
    largest: 0,
    example: '',
    bestOf: 0,
  }
  for (const [text, count] of cells) {
    if (isMissingValue(text)) continue
    const number = numberOf(text)
    if (number === null) {
      if (labels.has(fold(text))) tally.labelled += count
      else {
        tally.unreadable += count
        tally.example ||= text
      }
      continue
    }
    const best = outOf.exec(text)
    if (best !== null) tally.bestOf = Math.max(tally.bestOf, Number(best[1]))
    if (!number.whole) tally.fractions += count
    else {
      const slot = Math.max(-1, Math.min(12, number.value)) + 1
      tally.rows[slot] = (tally.rows[slot] ?? 0) + count
      tally.largest = Math.max(tally.largest, number.value)
    }
  }
  return tally
}

const between = (tally: Tally, low: number, high: number): number =>
  tally.rows.slice(low + 1, high + 2).reduce((sum, rows) => sum + rows, 0)

/** Answers above which a column without a single 6 (or 8) can no longer be a 0-10 scale by chance. */
const enoughForFive = 20
const enoughForSeven = 50

const refusal = (scale: string, why: string): Decided => ({
  undecidable: `the scores look like ${scale}, not 0 to 10: ${why}; NPS cannot be computed from them`,
  hint: 'map the column as "satisfaction" in salescheck.json, or another column as "score"',
})

/** Elevens and answers below which a few slips could pass for choice codes. */
const enoughElevens = 3
const enoughForCodes = 20

/** Whether the cells are choice codes from 1 to 11, one above the score; null: nothing speaks for it. */
function choiceCodes(tally: Tally, rows: number, outside: number, zeroToTen: boolean): Decided | null {
  const eleven = tally.rows[12] ?? 0
  // Of real codes 11 is the most friendly answer and never rare, and none is 0.
  const mayBe = eleven >= enoughElevens && eleven * 20 > rows && outside === eleven && tally.largest === 11
  if (!mayBe || (tally.rows[1] ?? 0) > 0) return null
  if (zeroToTen || rows < enoughForCodes)
    return {
      undecidable: `${cellsWord(eleven)} of ${rows} are 11 and none is 0: choice codes from 1 to 11, or slips in scores from 0 to 10${zeroToTen ? ', as the header says' : ''}`,
      hint: 'write "scoreOffset": 1 for this file in salescheck.json where 11 stands for 10, "scoreOffset": 0 where it is a slip',
    }
  const decided = score(1, false, `${cellsWord(rows)} from 1 to 11: choice codes, one above the score`)
  return {
    ...decided,
    warning: `${cellsWord(rows)} from 1 to 11 are read as choice codes and 1 is subtracted from each; "scoreOffset": 0 in salescheck.json keeps them as they are`,
  }
}

/** Decides how a score column is read. */
export function decideScore(cells: CellCounts, hints: FormatHints): Decided {
  const tally = tallyOf(cells)
  const inside = between(tally, 0, 10)
  const rows = between(tally, -1, 12)
  const told = hints.scoreOffset
  if (rows === 0 && tally.labelled > 0)
    return score(0, true, `${cellsWord(tally.labelled)} are Promoter, Passive or Detractor`)
  if (rows === 0 && tally.unreadable > 0)
    return {
      undecidable: `none of the ${cellsWord(tally.unreadable)} reads as a score, for example ${quoted(tally.example)}`,
      hint: 'map another column in salescheck.json, or leave this one out',
    }
  if (told !== undefined)
    return score(told, false, told === 0 ? 'told: 0 to 10' : `told: codes ${told} to ${10 + told}`)
  if (tally.bestOf > 0 && tally.bestOf !== 10)
    return refusal(`a scale of ${tally.bestOf}`, `cells are written "out of ${tally.bestOf}"`)
  const outside = rows - inside
  const codes = choiceCodes(tally, rows, outside, hints.zeroToTen === true)
  if (codes !== null) return codes
  if (outside > inside / 10 && outside >= 3)
    return refusal(
      tally.largest <= 100 ? 'a 0 to 100 scale' : 'other numbers',
      `${cellsWord(outside)} lie outside 0 to 10`,
    )
  if (tally.fractions > rows) return refusal('averages', `${cellsWord(tally.fractions)} have decimals`)
  const low = tally.rows[1] ?? 0
  if (low === 0 && rows >= enoughForFive && between(tally, 1, 5) === inside)
    return refusal('a 1 to 5 scale', `all of ${cellsWord(inside)} lie in 1 to 5`)
  if (low === 0 && rows >= enoughForSeven && between(tally, 1, 7) === inside)
    return refusal('a 1 to 7 scale', `all of ${cellsWord(inside)} lie in 1 to 7`)
  return score(0, false, rows === 0 ? 'no cell is filled' : `${cellsWord(inside)} from 0 to 10`)
}

const score = (offset: number, labelled: boolean, evidence: string): { format: ScoreFormat } => ({
  format: { kind: 'score', offset, labels: labelled, evidence },
})

/** Reads one cell of a score column: `0` to `10`. */
export function readScore(format: ScoreFormat, text: string): CellReading {
  if (isMissingValue(text)) return { value: null }
  const number = numberOf(text)
  if (number === null) {
    const label = format.labels ? labels.get(fold(text)) : undefined
    return label === undefined
      ? { code: 'not-a-score', reason: `${quoted(text)} is not a score` }
      : { value: String(label) }
  }
  const value = number.value - format.offset
  if (!number.whole) return { code: 'not-a-score', reason: `${quoted(text)} is not a whole number` }
  if (value < 0 || value > 10) {
    const range = format.offset === 0 ? '0 to 10' : `${format.offset} to ${10 + format.offset}`
    return { code: 'score-out-of-range', reason: `${quoted(text)} lies outside ${range}` }
  }
  return { value: String(value) }
}
