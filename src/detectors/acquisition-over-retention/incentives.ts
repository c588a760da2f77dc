// What is rewarded: incentives on new business and expansion beside those on renewals.
import { addMoney, moneyOf, type MoneyTally } from '../money-by-currency.ts'
import type { Money } from '../../report/index.ts'
import type { IncentiveRow } from './rows.ts'

export interface Incentives {
  /** Renewal invoices, how many of them carried an incentive, and how much. */
  readonly renewals: number
  readonly onRenewals: number
  readonly renewalMoney: readonly Money[]
  /** The same for new business and expansion. */
  readonly others: number
  readonly onOthers: number
  readonly otherMoney: readonly Money[]
}

/** null where no incentive is known at all. */
export function incentivesOf(rows: readonly IncentiveRow[]): Incentives | null {
  const sides = [true, false].map((isRenewal) => {
    const money: MoneyTally = new Map()
    let invoices = 0
    let paid = 0
    for (const row of rows) {
      if ((row.kind === 'renewal') !== isRenewal) continue
      invoices += row.invoices
      paid += row.paid
      addMoney(money, row.currency, row.amount, row.paid)
    }
    return { invoices, paid, money: moneyOf(money) }
  })
  const [renewals, others] = sides
  if (renewals === undefined || others === undefined || renewals.paid + others.paid === 0) return null
  return {
    renewals: renewals.invoices,
    onRenewals: renewals.paid,
    renewalMoney: renewals.money,
    others: others.invoices,
    onOthers: others.paid,
    otherMoney: others.money,
  }
}
