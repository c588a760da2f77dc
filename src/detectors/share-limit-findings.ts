// The findings of a limit on a share: the company's; and of single owners and segments, where the company as a whole keeps the limit.
import type { Money, ReportPeriod } from '../report/index.ts'
import { sql, text, type Dialect, type Sql } from '../sql/index.ts'
import type { Draft } from './detector.ts'
import { groupKey, type GroupColumn, type JudgedGroup } from './share-groups.ts'
import { limitText, shareEvidence, shareMeasure, shareText } from './share-limit-words.ts'
import type { JudgedShare } from './share-limit.ts'

interface GroupWords<M extends string> {
  /** Message of an owner or a segment: `{column}`, `{group}`, `{share}`, `{limit}`. */
  readonly group: M
  readonly noun: string
  readonly plural?: string
  readonly measure: { readonly name: string; readonly numerator: string; readonly denominator: string }
  /** The highest verdict given, where the question is only informative. */
  readonly atMost?: 'watch'
}

export interface LimitWords<M extends string> extends GroupWords<M> {
  /** Message of the company: may use `{share}`, `{limit}` and what `more` holds. */
  readonly company: M
}

interface Around {
  readonly period: ReportPeriod | null
  readonly impact: readonly Money[]
  readonly more?: Readonly<Record<string, string>>
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const draftOf = <M extends string>(
  judged: JudgedShare,
  words: GroupWords<M>,
  period: ReportPeriod | null,
): Omit<Draft<M>, 'messageId' | 'subject' | 'impact'> => ({
  verdict: judged.verdict === 'problem' ? (words.atMost ?? 'problem') : 'watch',
  data: { share: shareText(judged, words.noun, words.plural), limit: limitText(judged) },
  period,
  measure: shareMeasure(judged, words.measure),
  evidence: shareEvidence(judged),
})

/** One finding per owner or segment beyond the limit. */
export const groupFindings = <M extends string>(
  groups: readonly JudgedGroup[],
  words: GroupWords<M>,
  period: ReportPeriod | null,
): Draft<M>[] =>
  groups
    .filter(({ verdict }) => verdict === 'problem')
    .map((group) => {
      const draft = draftOf(group, words, period)
      return {
        ...draft,
        messageId: words.group,
        data: { ...draft.data, column: capital(group.column), group: group.label, key: group.key },
        subject: [{ column: group.column, value: group.label }],
        impact: [],
      }
    })

/** Worst first; nothing where no limit is passed. */
export function limitFindings<M extends string>(
  company: JudgedShare,
  groups: readonly JudgedGroup[],
  words: LimitWords<M>,
  { period, impact, more = {} }: Around,
): Draft<M>[] {
  if (company.verdict !== 'problem' && company.verdict !== 'watch')
    return groupFindings(groups, words, period)
  const draft = draftOf(company, words, period)
  const whole = {
    ...draft,
    messageId: words.company,
    data: { ...more, ...draft.data },
    subject: [],
    impact,
  }
  return company.verdict === 'problem' ? [whole] : [...groupFindings(groups, words, period), whole]
}

/** Narrows rows to the group a finding is about; the company is all of them. */
export function ofGroup(draft: Draft, dialect: Dialect): Sql {
  const [first] = draft.subject
  const value = draft.data['key']
  return first === undefined || value === undefined
    ? sql``
    : sql`AND ${groupKey(first.column as GroupColumn, dialect)} = ${text(value)}`
}

/** How many owners lie beyond the limit, of those with enough rows; null where there are none to judge. */
export function ownersBeyond(
  groups: readonly JudgedGroup[],
): { readonly beyond: number; readonly of: number } | null {
  const owners = groups.filter(({ column, verdict }) => column === 'owner' && verdict !== 'insufficient')
  return owners.length === 0
    ? null
    : { beyond: owners.filter(({ verdict }) => verdict === 'problem').length, of: owners.length }
}
