// A business model: the horizons and thresholds that fit how a company sells. One data file each.

export interface Model {
  readonly id: string
  readonly summary: string
  /** Option values by detector id and option key; they replace the detector's defaults. */
  readonly options: Readonly<Record<string, Readonly<Record<string, number | string | boolean>>>>
}
