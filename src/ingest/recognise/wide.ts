// Wide targets: a column per month, quarter or year (`M01`, `Jan`, `2026-01`, `Q1 2026`), and the year from wherever it is written.
import type { WideColumns } from '../mapping.ts'
import { readPeriod, fold } from '../values/index.ts'
import type { Headers } from './assignment.ts'

const targetWords = /\b(?:targets?|quotas?|goals?|plan|budget|ziel|objectif|objetivo|meta|obiettivo|soll)\b/g
const otherWords =
  /\b(?:actual|actuals|attainment|achieved|booked|won|forecast|pipeline|ist|real|realise|variance|delta|pct|percent|total|ytd)\b/
const yearHeaders = new Set([
  'year',
  'fiscal year',
  'calendar year',
  'jahr',
  'annee',
  'ano',
  'anno',
  'jaar',
  'target year',
  'fy',
])

/** A period or a part of one (`M01`) that a header names; null when it names none or speaks of actuals. */
function periodHeader(header: string): string | null {
  const words = fold(header.slice(0, 80))
  if (otherWords.test(words)) return null
  const bare = words.replace(targetWords, ' ').trim()
  if (bare === '' || bare.length > 20) return null
  for (const text of [header.trim(), bare]) {
    const reading = readPeriod(text)
    if ('period' in reading) return reading.period.grain === 'week' ? null : reading.period.label
    if ('part' in reading) return reading.part
  }
  return null
}

const isPart = (period: string): boolean => /^[MQ]\d/.test(period)

export const yearColumn = (names: readonly string[]): number | null => {
  const index = names.findIndex((name) => yearHeaders.has(fold(name)))
  return index < 0 ? null : index
}

/** The period columns of a wide target file, or null. At least three periods, or all four quarters, with numbers in them. */
export function wideColumns(headers: Headers, fileYear: number | null): WideColumns | null {
  const columns: { index: number; header: string; period: string }[] = []
  const seen = new Set<string>()
  headers.names.forEach((header, index) => {
    const period = periodHeader(header)
    const profile = headers.profile(index)
    if (period === null || seen.has(period) || (profile.filled > 0 && profile.numbers < 0.5)) return
    seen.add(period)
    columns.push({ index, header, period })
  })
  const parts = columns.filter(({ period }) => isPart(period))
  const full = columns.filter(({ period }) => !isPart(period))
  if (full.length >= 3) return { columns: full, yearIndex: null }
  const quarters = parts.filter(({ period }) => period.startsWith('Q'))
  const months = parts.filter(({ period }) => period.startsWith('M'))
  // `Q1` … `Q4` are also questions of a survey: four of them, never a fifth, and no scores in them.
  const fifth = headers.names.some((name) => fold(name) === 'q5')
  const scored = quarters.every(
    ({ index }) => headers.profile(index).highest <= 11 && headers.profile(index).scores > 0.9,
  )
  const chosen = months.length >= 3 ? months : quarters.length === 4 && !fifth && !scored ? quarters : []
  if (chosen.length === 0) return null
  const yearIndex = yearColumn(headers.names)
  if (yearIndex !== null || fileYear === null) return { columns: chosen, yearIndex }
  const dated = chosen.map((column) => {
    const reading = readPeriod(column.period, fileYear)
    const period = 'period' in reading ? reading.period.label : column.period
    return { index: column.index, header: column.header, period }
  })
  return { columns: dated, yearIndex: null }
}

/** Positions that are taken by wide columns and their year. */
export const wideIndexes = (wide: WideColumns | null): ReadonlySet<number> =>
  new Set(
    wide === null
      ? []
      : [...wide.columns.map(({ index }) => index), ...(wide.yearIndex === null ? [] : [wide.yearIndex])],
  )

const fileName = /(?:^|[\\/])([^\\/]*)$/

/** Year and period a file name speaks of: `q4_targets_2026.csv`, `Quota Sep 2026.xlsx.csv`, `targets-2026-Q3.csv`. */
export function periodOfName(name: string): { year: number | null; period: string | null } {
  const words = fold((fileName.exec(name)?.[1] ?? name).replace(/\.[a-z0-9]{1,4}(?:\.gz)?$/i, '')).split(' ')
  const years = words.flatMap((word) => {
    const found = /^(?:fy|cy)?((?:19|20)\d\d)(?:q[1-4])?$|^q[1-4]((?:19|20)\d\d)$/.exec(word)
    return found === null ? [] : [Number(found[1] ?? found[2])]
  })
  const year = years.length === 1 ? (years[0] ?? null) : null
  const candidates = words.map((word) => word.replace(/^fy|^cy/, ''))
  for (let at = 0; at < candidates.length; at++) {
    for (const text of [`${candidates[at]} ${candidates[at + 1] ?? ''}`.trim(), candidates[at] ?? '']) {
      if (/^\d{1,2}$/.test(text) || /^(?:19|20)\d\d$/.test(text)) continue
      const reading = readPeriod(text, year ?? undefined)
      if ('period' in reading && reading.period.grain !== 'year')
        return { year, period: reading.period.label }
    }
  }
  return { year, period: year === null || words.some((word) => word.startsWith('fy')) ? null : String(year) }
}
