// What the things counted are called, by where they come from.
import { formatCount } from '../../report/index.ts'
import type { Basis } from './basis.ts'

export interface Wording {
  /** One of what enters the funnel, several, and at the start of a sentence: `lead`, `leads`, `Leads`. */
  readonly entrant: string
  readonly entrants: string
  readonly entrantsFirst: string
  /** One conversion, several. */
  readonly one: string
  readonly many: string
  /** `conversions within 90 days`; and at the start of a sentence. */
  readonly conversions: string
  readonly conversionsFirst: string
  /** `the share of leads that converts within 90 days`. */
  readonly rate: string
  /** What a share of them does, after the number: `convert`. */
  readonly happens: string
  /** What the rate divides by what, as a note under a table. */
  readonly rateNote: string
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function words(basis: Basis, horizon: string): Omit<Wording, 'entrantsFirst' | 'conversionsFirst'> {
  if (basis === 'calendar')
    return {
      entrant: 'lead',
      entrants: 'leads',
      one: 'won deal',
      many: 'won deals',
      conversions: 'won deals per lead',
      rate: 'won deals per lead of the same month',
      happens: 'deals won per lead',
      rateNote: 'Rate: deals won in the month / leads created in the month, whichever leads they come from.',
    }
  if (basis === 'lead-flags')
    return {
      entrant: 'lead',
      entrants: 'leads',
      one: 'conversion',
      many: 'conversions',
      conversions: 'conversions',
      rate: 'the share of leads marked as converted',
      happens: 'convert',
      rateNote: `Rate: leads marked as converted / leads created, of months that are wholly older than ${horizon}.`,
    }
  const entrants = basis === 'deals' ? 'new deals' : 'leads'
  const [one, many] = basis === 'lead-dates' ? ['conversion', 'conversions'] : ['win', 'wins']
  const verb = basis === 'lead-dates' ? 'convert' : 'are won'
  return {
    entrant: basis === 'deals' ? 'new deal' : 'lead',
    entrants,
    one,
    many,
    conversions: `${many} within ${horizon}`,
    rate: `the share of ${entrants} that ${verb} within ${horizon}`,
    happens: verb,
    rateNote: `Rate: ${many} within ${horizon} of creation / mature ${entrants} (each counted by the share of its ${many} that have had time to come).`,
  }
}

export function wordingOf(basis: Basis, horizonDays: number): Wording {
  const found = words(basis, formatCount(horizonDays, 'day'))
  return { ...found, entrantsFirst: capital(found.entrants), conversionsFirst: capital(found.conversions) }
}
