// How a stretch of months is named.
import type { Cohort } from './funnel.ts'

/** `2023-01 to 2024-11`. */
export const spanText = (months: readonly Cohort[]): string =>
  `${months[0]?.period.label ?? ''} to ${months.at(-1)?.period.label ?? ''}`
