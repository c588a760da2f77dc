// What targets leave unsaid in their columns: whose they are (the kind of the column that names the entity) and which period.
import type { MappedColumn, WideColumns } from '../mapping.ts'
import type { Headers } from './assignment.ts'
import { vocabulary } from './vocabulary.ts'
import { periodOfName, yearColumn } from './wide.ts'

export interface TargetFacts {
  readonly constants: ReadonlyMap<string, string>
  readonly wide: WideColumns | null
}

/** Level, period and year of a target file beside its mapped columns. */
export function targetFacts(
  name: string,
  headers: Headers,
  columns: readonly MappedColumn[],
  wide: WideColumns | null,
  given: ReadonlyMap<string, string>,
): TargetFacts {
  const constants = new Map(given)
  const has = (column: string): boolean => columns.some((mapped) => mapped.column === column)
  const entity = columns.find(({ column }) => column === 'entity')
  if (!has('level') && !constants.has('level')) constants.set('level', levelOf(entity, headers))
  if (wide !== null) return { constants, wide }
  const period = columns.find(({ column }) => column === 'period')
  if (period === undefined && !has('start_on')) {
    const year = yearColumn(headers.names)
    const fromName = periodOfName(name).period
    if (fromName !== null && !constants.has('period') && year === null) constants.set('period', fromName)
    return { constants, wide: null }
  }
  const year = yearColumn(headers.names)
  const needsYear =
    period !== undefined &&
    year !== null &&
    year !== period.index &&
    headers.profile(period.index).periods < 0.5
  return { constants, wide: needsYear ? { columns: [], yearIndex: year } : null }
}

/** `rep` names an owner, `region` a team, `SKU` a product; a plain `name` is taken for a rep; no entity at all is the company. */
function levelOf(entity: MappedColumn | undefined, headers: Headers): string {
  if (entity === undefined) return 'company'
  const words = vocabulary('targets')
  for (const key of headers.forms[entity.index]?.keys ?? []) {
    const level = words.get(key)?.find((meaning) => meaning.level !== undefined)?.level
    if (level !== undefined) return level
  }
  return 'owner'
}
