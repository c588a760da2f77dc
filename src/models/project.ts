// Few large sales with long cycles (projects, machinery, enterprise).
import type { Model } from './model.ts'

export const project: Model = {
  id: 'project',
  summary: 'Few large sales: half a year from lead to signature is normal, and surveys come long after.',
  options: {
    'acquisition-over-retention': { maxLost: 40, windowDays: 730 },
    'funnel-outpaces-conversion': { horizonDays: 180 },
    'lost-not-revisited': { horizonDays: 365 },
    'target-hit-nps-low': { attributionWindowDays: 730 },
    'product-mix-drift': { attributionWindowDays: 730 },
  },
}
