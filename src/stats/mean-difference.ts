// What a difference of two means is reported as; shared by welch-difference.ts and paired-difference.ts.
import { tQuantile, tTwoSided } from './distributions/student-t.ts'

export type MeanDifference =
  | {
      readonly status: 'ok'
      readonly diff: number
      readonly se: number
      readonly df: number
      readonly t: number
      /** two-sided */
      readonly p: number
      readonly lower: number
      readonly upper: number
      readonly reason: null
    }
  | ({ readonly status: 'zero-variance'; readonly diff: number; readonly reason: string } & NoSpread)
  | ({ readonly status: 'undefined'; readonly diff: null; readonly reason: string } & NoSpread)

interface NoSpread {
  readonly se: null
  readonly df: null
  readonly t: null
  readonly p: null
  readonly lower: null
  readonly upper: null
}

const noSpread: NoSpread = { se: null, df: null, t: null, p: null, lower: null, upper: null }

export function differenceOf(diff: number, se: number, df: number, confidence: number): MeanDifference {
  const half = tQuantile((1 + confidence) / 2, df) * se
  const t = diff / se
  return {
    status: 'ok',
    diff,
    se,
    df,
    t,
    p: tTwoSided(t, df),
    lower: diff - half,
    upper: diff + half,
    reason: null,
  }
}

export function undefinedDifference(reason: string): MeanDifference {
  return { status: 'undefined', diff: null, ...noSpread, reason }
}

export function differenceWithoutSpread(diff: number): MeanDifference {
  return { status: 'zero-variance', diff, ...noSpread, reason: 'the values do not vary' }
}
