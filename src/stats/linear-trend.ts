/**
 * Straight line through points, ordinary least squares, with the slope's interval.
 *
 * Use it for measures (days, scores, money), not for counts (quasi-poisson-trend.ts), and with care over
 * time: it takes the residuals as independent (newey-west-trend.ts widens for that).
 *
 * Formula: centred sums, so that timestamps cost no digits: slope = Σ dx dy / Σ dx²; residual sd with n - 2;
 * seSlope = sd/√Σ dx²; t on n - 2 degrees of freedom. Constant x or n < 2: undefined. n = 2: the line is
 * exact, no spread. Constant y: slope 0, r² undefined. Source: any text on regression; R's lm.
 *
 * Example: x 9.7 11.68 14.33, y 8.74 11.07 12.73: slope 0.849 [-1.11, 2.81].
 */
import { isConstant } from './constant.ts'
import { tQuantile, tTwoSided } from './distributions/student-t.ts'
import { requireConfidence, requireThat } from './misuse.ts'

export interface Line {
  readonly slope: number
  readonly intercept: number
  readonly meanX: number
  readonly meanY: number
}

export interface LineSpread {
  readonly seSlope: number
  readonly residualSd: number
  readonly t: number
  readonly p: number
  readonly lower: number
  readonly upper: number
}

type None<T> = { readonly [K in keyof T]: null }

export type LinearTrend = { readonly n: number } & (
  | ({ readonly status: 'ok'; readonly r2: number; readonly reason: null } & Line & LineSpread)
  | ({ readonly status: 'ok'; readonly r2: null; readonly reason: string } & Line & LineSpread)
  | ({ readonly status: 'exact'; readonly r2: null; readonly reason: string } & Line & None<LineSpread>)
  | ({ readonly status: 'undefined'; readonly r2: null; readonly reason: string } & None<Line & LineSpread>)
)

export function linearTrend(x: readonly number[], y: readonly number[], confidence = 0.95): LinearTrend {
  requireConfidence(confidence)
  requireThat(x.length === y.length, 'linearTrend needs lists of the same length')
  const n = x.length
  const meanX = centre(x)
  const meanY = centre(y)
  const dx = x.map((value) => value - meanX)
  const dy = y.map((value) => value - meanY)
  const sxx = dot(dx, dx)
  if (n < 2 || isConstant(x)) {
    const reason = n < 2 ? 'fewer than 2 points' : 'all x are the same'
    return { n, status: 'undefined', ...noLine, ...noSpread, r2: null, reason }
  }
  const isFlat = isConstant(y)
  const slope = isFlat ? 0 : dot(dx, dy) / sxx
  const line = { slope, intercept: meanY - slope * meanX, meanX, meanY }
  if (n === 2)
    return { n, status: 'exact', ...line, ...noSpread, r2: null, reason: 'two points leave no spread' }
  const residuals = dy.map((value, i) => (isFlat ? 0 : value - slope * (dx[i] ?? 0)))
  const rss = dot(residuals, residuals)
  const residualSd = Math.sqrt(rss / (n - 2))
  const seSlope = residualSd / Math.sqrt(sxx)
  const half = tQuantile((1 + confidence) / 2, n - 2) * seSlope
  const t = slope === 0 ? 0 : slope / seSlope
  const spread = { seSlope, residualSd, t, p: tTwoSided(t, n - 2), lower: slope - half, upper: slope + half }
  if (isFlat) return { n, status: 'ok', ...line, ...spread, r2: null, reason: 'all y are the same' }
  return { n, status: 'ok', ...line, ...spread, r2: 1 - rss / dot(dy, dy), reason: null }
}

const noLine = { slope: null, intercept: null, meanX: null, meanY: null }
const noSpread = { seSlope: null, residualSd: null, t: null, p: null, lower: null, upper: null }

/** Mean in two passes: the second takes off what rounding left in the first. */
function centre(values: readonly number[]): number {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}
