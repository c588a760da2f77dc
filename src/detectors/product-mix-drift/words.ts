// How products and their numbers are written.
import { formatCount, formatList, formatNps, formatNumber, formatShare } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'
import type { Bin } from './drift.ts'
import type { ProductFacts } from './product-facts.ts'

export const psiText = (psi: number | null): string => (psi === null ? 'n/a' : formatNumber(psi, 2))

/** `9 of 95 sales (9 %)` */
const countText = (count: number, total: number, share: number): string =>
  `${formatNumber(count)} of ${formatCount(total, 'sale')} (${formatShare(share)})`

export const nowText = ({ now, nowShare }: Bin, { drift }: Analysis): string =>
  countText(now, drift.now, nowShare)

/** Of a plan there is only the share. */
export const baseText = ({ base, baseShare }: Bin, { drift }: Analysis): string =>
  drift.base === null ? formatShare(baseShare) : countText(base, drift.base, baseShare)

export const takenText = (takenBack: number, invoices: number): string =>
  `${formatNumber(takenBack)} of ${formatNumber(invoices)} (${formatShare(takenBack / invoices)})`

/** What speaks against a product that hit its target: `its buyers score NPS -31 (51 answers)`. */
export function doubtsOf({ answers, nps, npsVerdict, refunds }: ProductFacts): string[] {
  const doubts: string[] = []
  if (nps !== null && (npsVerdict === 'problem' || npsVerdict === 'watch'))
    doubts.push(`its buyers score NPS ${formatNps(nps)} (${formatCount(answers, 'answer')})`)
  if (refunds !== null && refunds.isHigh)
    doubts.push(
      `${takenText(refunds.takenBack, refunds.invoices)} of its invoices were taken back${refunds.restShare === null ? '' : `, of others ${formatShare(refunds.restShare)}`}`,
    )
  return doubts
}

/** What is known of the product that gained: ` Harbor Pay hit 124 % of its target, but …` */
export function pushedText({ gainer, facts }: Analysis): string {
  const known = gainer?.key == null ? undefined : facts.get(gainer.key)
  if (gainer === null || known === undefined) return ''
  const doubts = doubtsOf(known)
  const hit = known.hit === true && known.attainment !== null
  const target = hit ? `hit ${formatShare(known.attainment ?? 0)} of its target` : null
  if (target === null && doubts.length === 0) return ''
  if (doubts.length === 0) return ` ${gainer.product} ${target ?? ''}.`
  return target === null
    ? ` Of ${gainer.product}, ${formatList(doubts)}.`
    : ` ${gainer.product} ${target}, but ${formatList(doubts)}.`
}
