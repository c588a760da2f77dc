// What the headline adds to the share of losses asked about where that share is not the trouble.
import { formatNumber } from '../../report/index.ts'
import { groupCause } from '../headline-cause.ts'
import { countedShare } from '../share-limit-words.ts'
import type { Analysis } from './analysis.ts'
import type { DebriefDraft } from './findings.ts'

/** Empty where the worst finding is about the company's own share. */
export function causeOf(
  findings: readonly DebriefDraft[],
  { rules, groups }: Analysis,
  maxMinutes: number,
): string {
  const [worst] = findings
  if (worst === undefined) return ''
  if (worst.messageId === 'none-since')
    return `; but no debrief since ${worst.data['day'] ?? ''}, while ${worst.data['losses'] ?? ''} came due after it`
  const rule = rules.find((one) => one.rule === worst.messageId)
  if (rule === undefined) return groupCause(findings, groups)
  const how = {
    'same-day': 'were held on the day of the loss',
    'too-long': `took over ${formatNumber(maxMinutes)} minutes`,
    'by-owner': 'were held by the owner',
    deals: '',
    customers: '',
  }[rule.rule]
  return `; but ${countedShare(rule, 'debrief')} ${how}`
}
