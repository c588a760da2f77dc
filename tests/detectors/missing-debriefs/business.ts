// Small businesses for tests: lost deals one after the other, some of them debriefed.
import { addDays } from '../../../src/schema/index.ts'
import type { Data } from '../scenario.ts'

type Row = Record<string, string | null>

export interface LossPlan {
  readonly deals: number
  /** Every how many-th loss is debriefed: 2 is every other one; 0 none. */
  readonly every: number
  readonly first?: string
  /** Days between two losses. */
  readonly step?: number
  readonly owners?: readonly string[]
  /** Losses of these owners are never debriefed. */
  readonly silent?: readonly string[]
  readonly amount?: (index: number) => { amount: string; currency: string }
  /** Of the debrief of the nth loss that has one. */
  readonly debrief?: (place: number, owner: string, lostOn: string) => Row
}

const names = ['Ann', 'Bo', 'Cy', 'Dee'] as const

/** Lost deals with their debriefs, a week after the loss, 20 minutes, by somebody else, unless the plan says otherwise. */
export function business(plan: LossPlan): Data {
  const { first = '2024-01-01', step = 1, owners = names, silent = [] } = plan
  const deals: Row[] = []
  const interviews: Row[] = []
  for (let index = 0; index < plan.deals; index += 1) {
    const lostOn = addDays(first, index * step)
    const owner = owners[index % owners.length] ?? 'Ann'
    const id = `L${String(index).padStart(4, '0')}`
    deals.push({
      deal_id: id,
      customer: `Customer ${index}`,
      status: 'lost',
      closed_on: lostOn,
      owner,
      segment: index % 3 === 0 ? 'Large' : 'Small',
      lost_reason: 'Price',
      ...(plan.amount?.(index) ?? { amount: '100.00', currency: 'EUR' }),
    })
    if (plan.every === 0 || index % plan.every !== 0 || silent.includes(owner)) continue
    interviews.push({
      interview_id: `D${String(index).padStart(4, '0')}`,
      deal_id: id,
      held_on: addDays(lostOn, 7),
      minutes: '20',
      held_by: 'Zoe',
      same_call: 'false',
      reason: 'price!',
      ...plan.debrief?.(interviews.length, owner, lostOn),
    })
  }
  return { deals, interviews }
}
