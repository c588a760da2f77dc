// Small businesses for tests: deals with their moves through stages, discovery and proposal on given days after creation.
import { addDays } from '../../../src/schema/index.ts'
import type { Data } from '../scenario.ts'

type Row = Record<string, string | null>

/** Days after the creation of the deal; null: never. */
export interface Steps {
  readonly discovery: number | null
  readonly proposal: number | null
}

export interface DealPlan {
  readonly deals: number
  readonly steps: (index: number, owner: string) => Steps
  readonly status?: (index: number) => 'won' | 'lost' | 'open'
  readonly owners?: readonly string[]
  readonly deal?: (index: number) => Row
  readonly names?: { readonly discovery: string; readonly proposal: string }
}

const people = ['Ann', 'Bo', 'Cy', 'Dee'] as const
export const inTime: Steps = { discovery: 2, proposal: 12 }
export const tooEarly: Steps = { discovery: 9, proposal: 1 }

/** One deal a day from 2024-01-01 on, every other one won. The first stage is Prospecting, on the day of creation. */
export function business(plan: DealPlan): Data {
  const { owners = people, names = { discovery: 'Discovery', proposal: 'Proposal/Price Quote' } } = plan
  const deals: Row[] = []
  const moves: Row[] = []
  for (let index = 0; index < plan.deals; index += 1) {
    const created = addDays('2024-01-01', index)
    const owner = owners[index % owners.length] ?? 'Ann'
    const id = `D${String(index).padStart(4, '0')}`
    deals.push({
      deal_id: id,
      status: plan.status?.(index) ?? (index % 2 === 0 ? 'won' : 'lost'),
      created_on: created,
      owner,
      segment: index % 3 === 0 ? 'Large' : 'Small',
      amount: '100.00',
      currency: 'EUR',
      ...plan.deal?.(index),
    })
    const { discovery, proposal } = plan.steps(index, owner)
    const steps = [
      { stage: 'Prospecting', day: 0 },
      { stage: names.discovery, day: discovery },
      { stage: names.proposal, day: proposal },
    ]
    let from: string | null = null
    for (const { stage, day } of steps.toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0))) {
      if (day === null) continue
      moves.push({ deal_id: id, stage, from_stage: from, entered_on: addDays(created, day) })
      from = stage
    }
  }
  return { deals, stage_history: moves }
}
