// What the queries return: sales and refunds by product.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /** Sales in the judged period, the one before, and the same a year before. A null key: sales that name no product. */
  sold: {
    key: 'text?',
    product: 'text?',
    now: 'integer',
    before: 'integer',
    yearBefore: 'integer',
  },
  /** Invoices of the year up to the end of the judged period, and those of them that were taken back. */
  refunds: { key: 'text', invoices: 'integer', takenBack: 'integer' },
} as const

export type SoldRow = Row<typeof rows.sold>
export type RefundRow = Row<typeof rows.refunds>
