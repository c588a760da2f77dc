// What the headline adds to the order of the reasons where that order is not what the worst finding is about.
import type { Analysis } from './analysis.ts'
import type { ReasonDraft } from './findings/draft.ts'

/** `among lost customers ` in front of what is said of a population beside the main one. */
const whose = (data: ReasonDraft['data'], isMain: boolean): string =>
  isMain ? '' : `among ${data['losses'] ?? ''} `

/** Empty where the headline of the main population says it by itself: which reason rose, or that too few carry one. */
export function causeOf(worst: ReasonDraft | undefined, { population, ranking }: Analysis): string {
  if (worst === undefined) return ''
  const { messageId, data } = worst
  const isMain = data['kind'] === population.kind
  const text = (name: string): string => data[name] ?? ''
  if (messageId === 'lifted')
    return `; but ${whose(data, isMain)}${text('reason')} is named ${text('times')} in ${text('column')} ${text('segment')} (${text('inSegment')} of ${text('segmentReasoned')}, ${text('segmentShare')}) ${text('than')} elsewhere (${text('elsewhere')} of ${text('elsewhereReasoned')}, ${text('elsewhereShare')})`
  if (messageId === 'low-coverage')
    return isMain && ranking.leader !== null
      ? ''
      : `; but only ${text('reasoned')} of ${text('total')} (${text('coverage')}) carry a reason`
  return isMain
    ? ''
    : `; but ${whose(data, isMain)}${text('reason')} rose from ${text('before')} of ${text('beforeReasoned')} (${text('beforeShare')}) to ${text('after')} of ${text('afterReasoned')} (${text('afterShare')})`
}
