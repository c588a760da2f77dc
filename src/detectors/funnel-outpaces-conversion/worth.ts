// Conversions missing against the rate of the older half, and what they would have been worth.
import type { Money } from '../../report/index.ts'
import type { Cohort } from './funnel.ts'
import type { Halves } from './halves.ts'
import type { WonRow } from './rows.ts'

/**
 * Conversions the newer half would have had more at the rate of the older one: two counted rates. (Carried back along the fitted trend, a
 * fall that came at once would look twice as costly.) Never below 0.
 */
export const missingConversions = ([older, newer]: Halves): number =>
  Math.max(0, newer.mature * (older.rate ?? 0) - newer.conversions)

export interface Worth {
  readonly impact: readonly Money[]
  /** How the money was counted; null without money. */
  readonly how: string | null
}

/**
 * A missing conversion is worth the amounts won in the same months divided by the won deals or by the conversions, whichever are
 * more: never more than an average won deal, and less where only some conversions become one. Currencies stay apart.
 */
export function worthOf(missing: number, usable: readonly Cohort[], won: readonly WonRow[]): Worth {
  const none: Worth = { impact: [], how: null }
  const [first, last] = [usable[0], usable.at(-1)]
  if (first === undefined || last === undefined || missing <= 0) return none
  let deals = 0
  const amounts = new Map<string | null, number>()
  for (const { start, currency, valued, amount } of won) {
    if (start < first.period.start || start > last.period.end || valued === 0) continue
    deals += valued
    amounts.set(currency, (amounts.get(currency) ?? 0) + amount)
  }
  const conversions = usable.reduce((sum, cohort) => sum + cohort.conversions, 0)
  const impact = [...amounts]
    .filter(([, amount]) => amount > 0)
    .map(([currency, amount]): Money => ({
      amount: (missing * amount) / Math.max(deals, conversions),
      currency,
    }))
  if (impact.length === 0) return none
  const per = deals >= conversions ? 'won deal' : 'conversion'
  return { impact, how: `at the average amount won per ${per} in the same months` }
}
