// The end of a headline whose main share is not what the worst finding is about: the owners or segments that are.
import { formatCount, formatNumber, formatShare } from '../report/index.ts'
import type { Draft } from './detector.ts'
import type { JudgedGroup } from './share-groups.ts'
import type { ShareCount } from './share-limit.ts'

/** `; too many with 2 owners, first Ann (30 of 40, 75 %)`; `how` says what there is too much of. */
export function whoseText(
  how: string,
  groups: { readonly column: string; readonly count: number },
  { label, x, n }: ShareCount & { readonly label: string },
): string {
  const where = groups.column === 'segment' ? 'in' : 'with'
  return `; ${how} ${where} ${formatCount(groups.count, groups.column)}, first ${label} (${formatNumber(x)} of ${formatNumber(n)}, ${formatShare(x / n)})`
}

/**
 * Empty where the first finding is not about an owner or a segment. Only groups of its own column are counted: an owner and the team of
 * that owner would be the same rows twice.
 */
export function groupCause([worst]: readonly Draft[], groups: readonly JudgedGroup[]): string {
  if (worst === undefined) return ''
  const [subject] = worst.subject
  const first = groups.find(({ column, key }) => column === subject?.column && key === worst.data['key'])
  if (first === undefined) return ''
  const count = groups.filter(
    ({ column, verdict }) => column === first.column && verdict === 'problem',
  ).length
  return whoseText(
    first.direction === 'below' ? 'too few' : 'too many',
    { column: first.column, count },
    first,
  )
}
