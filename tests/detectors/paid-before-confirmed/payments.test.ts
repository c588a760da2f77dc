// Counting by hand.
import { expect, it } from 'vitest'
import { moneyOf } from '../../../src/detectors/money-by-currency.ts'
import { paymentsOf } from '../../../src/detectors/paid-before-confirmed/payments.ts'

const row = (state: string, currency: string | null, incentives: number, early: number, amount: number) => ({
  state,
  currency,
  incentives,
  early,
  valued: amount === 0 ? 0 : incentives,
  amount,
})

it('payments are counted once, by what became of the invoice, and money is kept apart by currency', () => {
  const found = paymentsOf([
    row('after', 'EUR', 60, 0, 6000),
    row('before', 'EUR', 20, 20, 1500.5),
    row('open', 'USD', 5, 5, 300),
    row('open', null, 2, 2, 0),
    row('taken-back', 'EUR', 8, 6, 480.25),
    row('taken-back', 'USD', 1, 1, 20),
  ])
  expect(found.early).toEqual({ x: 34, n: 96 })
  expect(found.takenBack).toEqual({ x: 9, n: 96 })
  expect(found.takenBackEarly).toEqual({ x: 7, n: 34 })
  expect(found.takenBackAfter).toEqual({ x: 2, n: 62 })
  expect(found.counts).toEqual({ after: 60, before: 20, open: 7, 'taken-back': 9 })
  expect(moneyOf(found.exposure)).toEqual([
    { amount: 480.25, currency: 'EUR' },
    { amount: 320, currency: 'USD' },
  ])
})

it('nothing paid is nothing counted', () => {
  const { incentives, early, exposure } = paymentsOf([])
  expect([incentives, early, moneyOf(exposure)]).toEqual([0, { x: 0, n: 0 }, []])
})
