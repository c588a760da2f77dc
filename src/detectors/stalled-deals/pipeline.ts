// The open deals added up: the whole pipeline, and each owner's part of it.
import { addMoney, type MoneyTally } from '../money-by-currency.ts'
import type { Cycle } from './cycle.ts'
import type { OpenRow } from './rows.ts'

/** Signs of a deal that nobody has given a no: `beyond` is older than any deal ever closed, `any` has one sign or more. */
export const signs = ['stalled', 'beyond', 'overdue', 'stuck', 'any'] as const
export type Sign = (typeof signs)[number]

export interface Part {
  readonly ownerKey: string | null
  /** null: deals without an owner, or of the smaller owners taken together. */
  readonly owner: string | null
  readonly isRest: boolean
  /** Open deals with a creation day: what ages are counted of. */
  aged: number
  open: number
  readonly value: MoneyTally
  readonly counts: Map<Sign, number>
  readonly values: Map<Sign, MoneyTally>
}

const emptyPart = (ownerKey: string | null, owner: string | null, isRest: boolean): Part => ({
  ownerKey,
  owner,
  isRest,
  aged: 0,
  open: 0,
  value: new Map(),
  counts: new Map(),
  values: new Map(signs.map((sign) => [sign, new Map()])),
})

function signsOf(row: OpenRow, { threshold, longest }: Cycle): Sign[] {
  const found: Sign[] = []
  if (threshold !== null && row.age !== null && row.age > threshold) found.push('stalled')
  if (longest !== null && row.age !== null && row.age > longest) found.push('beyond')
  if (row.overdue) found.push('overdue')
  if (row.stuck) found.push('stuck')
  return found.length === 0 ? found : [...found, 'any']
}

function add(part: Part, row: OpenRow, found: readonly Sign[]): void {
  part.open += row.deals
  if (row.age !== null) part.aged += row.deals
  addMoney(part.value, row.currency, row.amount, row.valued)
  for (const sign of found) {
    part.counts.set(sign, (part.counts.get(sign) ?? 0) + row.deals)
    addMoney(part.values.get(sign) ?? new Map(), row.currency, row.amount, row.valued)
  }
}

export const countOf = (part: Part, sign: Sign): number => part.counts.get(sign) ?? 0
export const valueOf = (part: Part, sign: Sign): MoneyTally => part.values.get(sign) ?? new Map()

export interface Pipeline {
  readonly company: Part
  /** Most stalled deals first. */
  readonly owners: readonly Part[]
}

export function pipelineOf(rows: readonly OpenRow[], cycle: Cycle): Pipeline {
  const company = emptyPart(null, null, false)
  const owners = new Map<string, Part>()
  for (const row of rows) {
    const id = `${String(row.other)} ${row.ownerKey === null ? '' : `key ${row.ownerKey}`}`
    const part = owners.get(id) ?? emptyPart(row.ownerKey, row.owner ?? row.ownerKey, row.other)
    owners.set(id, part)
    const found = signsOf(row, cycle)
    add(company, row, found)
    add(part, row, found)
  }
  const place = ({ owner, isRest }: Part): string =>
    `${isRest ? '2' : owner === null ? '1' : '0'}${owner ?? ''}`
  return {
    company,
    owners: [...owners.values()].sort(
      (a, b) =>
        countOf(b, 'stalled') - countOf(a, 'stalled') || b.open - a.open || (place(a) < place(b) ? -1 : 1),
    ),
  }
}
