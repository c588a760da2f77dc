// Paid incentives counted by what became of their invoice, with their money per currency.
import { addMoney, type MoneyTally } from '../money-by-currency.ts'
import type { ShareCount } from '../share-limit.ts'
import type { PaidRow } from './rows.ts'

export const states = ['after', 'before', 'open', 'taken-back'] as const
export type State = (typeof states)[number]

export interface Payments {
  readonly incentives: number
  readonly early: ShareCount
  readonly takenBack: ShareCount
  readonly counts: Readonly<Record<State, number>>
  readonly money: Readonly<Record<State, MoneyTally>>
  /** Taken back or not confirmed so far: what would have to be claimed back. */
  readonly exposure: MoneyTally
  /** Of those paid early, of those paid after: taken back since. */
  readonly takenBackEarly: ShareCount
  readonly takenBackAfter: ShareCount
}

export function paymentsOf(rows: readonly PaidRow[]): Payments {
  const counts = { after: 0, before: 0, open: 0, 'taken-back': 0 }
  const money = {
    after: new Map(),
    before: new Map(),
    open: new Map(),
    'taken-back': new Map(),
  } satisfies Record<State, MoneyTally>
  const exposure: MoneyTally = new Map()
  let [early, earlyTakenBack] = [0, 0]
  for (const row of rows) {
    const state = states.find((one) => one === row.state)
    if (state === undefined) continue
    counts[state] += row.incentives
    early += row.early
    if (state === 'taken-back') earlyTakenBack += row.early
    if (row.valued === 0) continue
    addMoney(money[state], row.currency, row.amount, row.valued)
    if (state === 'open' || state === 'taken-back') addMoney(exposure, row.currency, row.amount, row.valued)
  }
  const incentives = states.reduce((sum, state) => sum + counts[state], 0)
  const takenBack = counts['taken-back']
  return {
    incentives,
    early: { x: early, n: incentives },
    takenBack: { x: takenBack, n: incentives },
    counts,
    money,
    exposure,
    takenBackEarly: { x: earlyTakenBack, n: early },
    takenBackAfter: { x: takenBack - earlyTakenBack, n: incentives - early },
  }
}
