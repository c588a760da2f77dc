// Which tables of an answer a short report shows: the first, and the groups that were asked for.
import type { DetectorOutcome, Table } from '../../report/index.ts'

/** One table per group, made because the user wanted them: `ranking-by-product-1`. */
export const isGroup = ({ id }: Table): boolean => id.startsWith('ranking-by-')

export const tablesShown = ({ tables }: DetectorOutcome, verbose: boolean): readonly Table[] =>
  verbose ? tables : tables.filter((table, place) => place === 0 || isGroup(table))
