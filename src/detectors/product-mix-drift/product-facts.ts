// What else is known of each product in the judged period: its target, what its buyers say, what was taken back.
import type { CalendarDate, Period } from '../../schema/index.ts'
import { benjaminiHochberg, shareDifference, twoProportionTest } from '../../stats/index.ts'
import { answersIn, shownNps } from '../answered-nps.ts'
import { bookedIn } from '../target-attainment.ts'
import type { Ledger } from '../target-ledger.ts'
import { spanOfPeriod } from '../month-span.ts'
import { standings } from '../target-standing.ts'
import type { Judged, TargetLimits } from '../target-verdict.ts'
import type { RefundRow } from './rows.ts'

export interface Refunds {
  readonly invoices: number
  readonly takenBack: number
  readonly share: number
  /** Of all other products together. */
  readonly restShare: number | null
  /** Taken back clearly more often than the others. */
  readonly isHigh: boolean
}

export interface ProductFacts {
  readonly attainment: number | null
  readonly hit: boolean | null
  readonly answers: number
  readonly nps: number | null
  /** The target was hit while buyers score low: as target-hit-nps-low judges it. */
  readonly npsVerdict: Judged['outcome'] | null
  readonly booked: readonly { readonly amount: number; readonly currency: string | null }[]
  readonly refunds: Refunds | null
}

/** The defaults of target-hit-nps-low: the same product gets the same verdict. */
const limits: TargetLimits = {
  compareTo: 'company',
  npsThreshold: 0,
  gap: 10,
  npsCeiling: 50,
  minResponses: 10,
  displayFloor: 5,
}

const minInvoices = 20
const minExcess = 0.05
const falseShare = 0.1

/** Each product against all others; adjusted together (Benjamini-Hochberg). */
export function refundsOf(rows: readonly RefundRow[]): Map<string, Refunds> {
  const all = { invoices: 0, takenBack: 0 }
  for (const { invoices, takenBack } of rows) {
    all.invoices += invoices
    all.takenBack += takenBack
  }
  const rest = rows.map((row) => ({
    invoices: all.invoices - row.invoices,
    takenBack: all.takenBack - row.takenBack,
  }))
  const adjusted = benjaminiHochberg(
    rows.map((row, at) => {
      const other = rest[at]
      if (other === undefined || row.invoices < minInvoices || other.invoices < minInvoices) return null
      return twoProportionTest(row.takenBack, row.invoices, other.takenBack, other.invoices).p
    }),
  )
  return new Map(
    rows.map(({ key, invoices, takenBack }, at) => {
      const other = rest[at] ?? { invoices: 0, takenBack: 0 }
      const { diff } = shareDifference(takenBack, invoices, other.takenBack, other.invoices)
      const p = adjusted[at] ?? null
      return [
        key,
        {
          invoices,
          takenBack,
          share: takenBack / invoices,
          restShare: other.invoices === 0 ? null : other.takenBack / other.invoices,
          isHigh: p !== null && p <= falseShare && diff !== null && diff >= minExcess,
        },
      ]
    }),
  )
}

/** By product key. */
export function factsOf(
  ledger: Ledger,
  refunds: readonly RefundRow[],
  now: Period,
  asOf: CalendarDate,
): Map<string, ProductFacts> {
  const bounds = { asOf, since: null, until: null, period: now, minResponses: limits.minResponses }
  const level = standings(ledger, bounds, limits).find((one) => one.level === 'product')
  const judged = new Map(
    (level === undefined || level.choice === null ? [] : level.rows).map((row) => [row.key, row]),
  )
  const span = spanOfPeriod(now)
  const taken = refundsOf(refunds)
  const facts = new Map<string, ProductFacts>()
  for (const key of new Set([...ledger.levels.product.keys(), ...taken.keys()])) {
    const entity = ledger.levels.product.get(key)
    const row = judged.get(key)
    const counted = entity === undefined || span === null ? null : answersIn(entity, span)
    const shown = counted === null ? null : shownNps(counted, limits.displayFloor)
    const booked =
      entity === undefined || span === null ? new Map<string | null, number>() : bookedIn(entity, span)
    facts.set(key, {
      attainment: row?.attainment.attainment ?? null,
      hit: row?.attainment.hit ?? null,
      answers: shown?.n ?? 0,
      nps: shown?.nps ?? null,
      npsVerdict: row?.outcome ?? null,
      booked: [...booked].map(([currency, amount]) => ({ amount, currency })),
      refunds: taken.get(key) ?? null,
    })
  }
  return facts
}
