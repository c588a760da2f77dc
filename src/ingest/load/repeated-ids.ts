// Invoice files often have a row per line of the invoice. Where every row repeats the total, one of them counts; where the amounts
// differ, they are the amounts of the lines and add up.
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, sql } from '../../sql/index.ts'
import type { OpenSource } from './load-source.ts'

/** Whether rows of one invoice repeat its total. `told.amountPerLine` settles it; else the amounts of nearly all invoices must agree. */
export async function repeatedIds(
  engine: LoadingEngine,
  sources: readonly OpenSource[],
  signal?: AbortSignal,
): Promise<boolean> {
  if (sources.some(({ input }) => input.told.amountPerLine === true)) return false
  const withAmount = sources.filter(({ staged }) =>
    staged.selection.plans.some(({ column }) => column === 'amount'),
  )
  if (withAmount.length === 0) return true
  const rows = withAmount.map(
    ({ staged }) => sql`SELECT invoice_id, amount FROM ${engine.dialect.identifier(staged.table)}`,
  )
  const [found] = await engine.all(
    sql`SELECT COUNT(*), COUNT(CASE WHEN least = most THEN 1 END) FROM (SELECT MIN(amount) AS least, MAX(amount) AS most FROM (${join(rows, ' UNION ALL ')}) WHERE invoice_id IS NOT NULL GROUP BY invoice_id HAVING COUNT(*) > 1)`,
    { invoices: 'integer', same: 'integer' },
    signal,
  )
  return found === undefined || found.same >= 0.9 * found.invoices
}
