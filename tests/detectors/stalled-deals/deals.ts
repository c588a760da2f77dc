// Deals for a real engine, told by their age on 2026-06-30.
import { addDays } from '../../../src/schema/index.ts'
import type { Data } from '../scenario.ts'

export const lastDay = '2026-06-30'
export const daysAgo = (days: number): string => addDays(lastDay, -days)

export type Deal = Readonly<Record<string, string | null>>

let count = 0
const id = (): string => {
  count += 1
  return `D${String(count).padStart(5, '0')}`
}

const base = { amount: '1000.00', currency: 'EUR', owner: 'Ann Lee', expected_close_on: null, stage: null }

/** Created so many days ago and still open. */
export const open = (age: number, more: Deal = {}): Deal => ({
  ...base,
  deal_id: id(),
  status: 'open',
  created_on: daysAgo(age),
  closed_on: null,
  ...more,
})

/** Closed after so many days, `ago` days ago. */
export const closed = (status: 'won' | 'lost', after: number, ago = 30, more: Deal = {}): Deal => ({
  ...base,
  deal_id: id(),
  status,
  created_on: daysAgo(ago + after),
  closed_on: daysAgo(ago),
  ...more,
})

export const times = <T>(number: number, make: (at: number) => T): T[] =>
  Array.from({ length: number }, (_, at) => make(at))

/** One win a day from the 10th to the 49th day of a deal. */
export const wins = (): Deal[] => times(40, (at) => closed('won', 10 + at))

export const dataOf = (deals: readonly Deal[], more: Data = {}): Data => ({ deals, ...more })
