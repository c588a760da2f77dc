// Small businesses for tests: won deals one after the other, each with a first contact some days later, or none.
import { addDays } from '../../../src/schema/index.ts'
import type { Data } from '../scenario.ts'

type Row = Record<string, string | null>

export interface SalePlan {
  readonly deals: number
  /** Days from the sale to the first contact of the nth deal; null: none. */
  readonly lag: (index: number, owner: string) => number | null
  readonly first?: string
  readonly step?: number
  readonly owners?: readonly string[]
  readonly deal?: (index: number) => Row
  readonly contact?: (index: number) => Row
  /** Contacts known until here: later ones are not in the export. */
  readonly until?: string
}

const names = ['Ann', 'Bo', 'Cy', 'Dee'] as const

export function business(plan: SalePlan): Data {
  const { first = '2024-01-01', step = 1, owners = names, until = '9999-12-31' } = plan
  const deals: Row[] = []
  const activities: Row[] = []
  for (let index = 0; index < plan.deals; index += 1) {
    const wonOn = addDays(first, index * step)
    const owner = owners[index % owners.length] ?? 'Ann'
    const id = `W${String(index).padStart(4, '0')}`
    deals.push({
      deal_id: id,
      customer: `Customer ${index}`,
      status: 'won',
      closed_on: wonOn,
      owner,
      segment: index % 3 === 0 ? 'Large' : 'Small',
      amount: '100.00',
      currency: 'EUR',
      ...plan.deal?.(index),
    })
    const lag = plan.lag(index, owner)
    const day = lag === null ? null : addDays(wonOn, lag)
    if (day === null || day > until) continue
    activities.push({
      activity_id: `A${index}`,
      deal_id: id,
      happened_on: day,
      kind: 'Call',
      done: 'true',
      ...plan.contact?.(index),
    })
  }
  return { deals, activities }
}
