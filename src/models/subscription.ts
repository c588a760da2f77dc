// Recurring revenue (SaaS, memberships): short cycles, satisfaction decides the renewal.
import type { Model } from './model.ts'

export const subscription: Model = {
  id: 'subscription',
  summary:
    'Recurring revenue: leads decide within a quarter, and the answer to a survey decides the renewal.',
  options: {
    'acquisition-over-retention': { maxLost: 15 },
    'funnel-outpaces-conversion': { horizonDays: 90 },
    'lost-not-revisited': { horizonDays: 180 },
    'target-hit-nps-low': { attributionWindowDays: 365 },
    'product-mix-drift': { attributionWindowDays: 365 },
  },
}
