// Many small, quick sales (shops, self-service): a lead that has not bought in a month will not.
import type { Model } from './model.ts'

export const transactional: Model = {
  id: 'transactional',
  summary: 'Many quick sales: a lead that has not bought within a month hardly ever does.',
  options: {
    'acquisition-over-retention': { maxLost: 40 },
    'funnel-outpaces-conversion': { horizonDays: 30 },
    'missing-follow-up': { withinDays: 14 },
    'lost-not-revisited': { horizonDays: 90 },
    'target-hit-nps-low': { attributionWindowDays: 90 },
    'product-mix-drift': { attributionWindowDays: 90 },
  },
}
