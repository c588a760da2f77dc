// How two tables find each other's customers: by id where both have one, else by name.
import type { CustomerKey } from '../rollups/customer-keys.ts'
import type { Present } from '../rollups/rollup.ts'
import type { TableName } from '../schema/index.ts'

export type { CustomerKey }

/** The join key both tables fill; null where there is none. */
export function customerLink(present: Present, ...tables: readonly TableName[]): CustomerKey | null {
  const found = (['customer_id', 'customer'] as const).find((column) =>
    tables.every((table) => present.has(table, column)),
  )
  return found === undefined ? null : `${found}_key`
}
