// Every statistical function of salescheck. Conventions: answer.ts (undefined is null with a reason).
// Shares and probabilities on 0 … 1, NPS on -1 … 1, days as whole numbers; no function is random.
export type { Answer, Undefined } from './answer.ts'

// Distributions
export { betaCdf, betaQuantile } from './distributions/beta.ts'
export { binomialAtLeast, binomialCdf, binomialPmf } from './distributions/binomial.ts'
export { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from './distributions/chi-square.ts'
export { hypergeometricPmf } from './distributions/hypergeometric.ts'
export { logGamma } from './distributions/log-gamma.ts'
export { normalCdf, normalQuantile, normalUpperTail } from './distributions/normal.ts'
export { tCdf, tQuantile, tTwoSided, tUpperTail } from './distributions/student-t.ts'
export { criticalValue } from './critical-value.ts'

// Target hit, NPS low
export { attainmentOf } from './attainment.ts'
export type { Attainment } from './attainment.ts'
export { benjaminiHochberg } from './benjamini-hochberg.ts'
export { classifyRatings } from './nps-classify.ts'
export type { NpsClasses } from './nps-classify.ts'
export type { NpsCounts } from './nps-counts.ts'
export { npsDifference } from './nps-difference.ts'
export type { NpsDifference } from './nps-difference.ts'
export { npsScoreInterval } from './nps-score-interval.ts'
export type { NpsInterval } from './nps-score-interval.ts'
export { npsSmallestDetectableGap } from './nps-smallest-detectable-gap.ts'
export { npsTestBelow } from './nps-test-below.ts'
export type { NpsBelow } from './nps-test-below.ts'
export { shrinkNps } from './nps-shrinkage.ts'
export type { NpsShrinkage, ShrunkNps } from './nps-shrinkage.ts'
export { spearman } from './spearman.ts'
export type { Spearman } from './spearman.ts'

// Lost reasons
export { wilsonInterval } from './wilson-interval.ts'
