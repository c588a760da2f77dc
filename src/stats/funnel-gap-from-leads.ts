/**
 * funnel-gap.ts on a plain list of leads with dates.
 *
 * Use it where the single leads are at hand; it groups them and asks funnelGap, so both ways give the same
 * numbers.
 *
 * Example: funnelGapFromLeads([{ createdOn: '2024-01-10', convertedOn: null }], { asOf: '2024-03-31' }) is
 * insufficient.
 */
import { funnelGap } from './funnel-gap.ts'
import type { FunnelGap, FunnelGapOptions } from './funnel-gap.ts'
import { groupLeads } from './lead-groups.ts'
import type { Lead } from './lead-groups.ts'

export function funnelGapFromLeads(leads: Iterable<Lead>, options: FunnelGapOptions): FunnelGap {
  return funnelGap(groupLeads(leads, options.asOf), options)
}
