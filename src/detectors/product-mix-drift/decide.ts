// Rows in, decision out.
import { formatCount, formatNumber, formatP, formatShare } from '../../report/index.ts'
import type { Decision } from '../detector.ts'
import { analyse, type Analysis, type Input } from './analysis.ts'
import { findingsOf, refundedHits } from './findings.ts'
import type { Message } from './messages.ts'
import { tablesOf } from './tables.ts'
import { psiText, takenText } from './words.ts'

function reasonOf({ obstacle, periods, base, drift }: Analysis, minSales: number): string {
  const needed = `${formatNumber(minSales)} are needed`
  const named = (count: number, label: string): string =>
    `${formatCount(count, 'sale')} with a product in ${label}, ${needed}`
  if (obstacle === 'no-period' || periods === null) return 'no period is over yet'
  if (obstacle === 'no-base') return 'there is no earlier period'
  if (obstacle === 'few-now') return named(drift.now, periods.now.label)
  if (obstacle === 'few-base') return named(drift.base ?? 0, base?.label ?? 'the period before')
  return 'only one product is sold'
}

function headlineOf(analysis: Analysis): string {
  const { verdict, periods, base, drift, gainer, plan } = analysis
  if (verdict === null || periods === null || gainer === null) return ''
  const { label } = periods.now
  const then = plan === null ? (base?.label ?? '') : 'planned'
  const moved = `${gainer.product} has ${formatShare(gainer.nowShare)} of ${formatCount(drift.now, 'sale')} in ${label}, ${plan === null ? `${formatShare(gainer.baseShare)} of ${formatNumber(drift.base ?? 0)} in ${then}` : `${formatShare(gainer.baseShare)} planned`}`
  const psi = `PSI ${psiText(drift.psi)}`
  if (verdict === 'problem')
    return `What is sold has shifted: ${moved} (${psi}, chi-square p ${formatP(drift.chiSquareP ?? 1)}).`
  if (verdict === 'season') return `What is sold has shifted as it did a year ago: ${moved} (${psi}).`
  if (verdict === 'watch') return `What is sold may be shifting: ${moved} (${psi}, may be chance).`
  const refunded = refundedHits(analysis)
  const [first] = refunded
  const mix =
    plan === null
      ? `The mix held: ${formatNumber(drift.now)} sales in ${label}, ${formatNumber(drift.base ?? 0)} in ${then} (${psi})`
      : `Sales in ${label} follow the plan: ${formatCount(drift.now, 'sale')} (${psi})`
  return first === undefined
    ? `${mix}.`
    : `${mix}, but ${first.product} hits its target and ${takenText(first.refunds.takenBack, first.refunds.invoices)} of its invoices are taken back.`
}

function notesOf(analysis: Analysis): string[] {
  const { withoutProduct, unplanned, plan, periods, drift, year } = analysis
  const notes: string[] = []
  if (drift.psi !== null && drift.critical !== null)
    notes.push(
      `PSI ${psiText(drift.psi)}; with this many sales chance alone stays below ${psiText(drift.critical)} in 95 of 100 cases (chi-square p ${formatP(drift.chiSquareP ?? 1)}).`,
    )
  if (year?.psi != null) notes.push(`Against the same period a year before: PSI ${psiText(year.psi)}.`)
  if (periods !== null && !periods.complete) notes.push(`${periods.now.label} is not over.`)
  if (withoutProduct > 0)
    notes.push(`${formatCount(withoutProduct, 'sale')} of the period without a product left out.`)
  if (unplanned > 0)
    notes.push(`${formatCount(unplanned, 'sale')} of products the plan does not name left out of the test.`)
  if (plan !== null && plan.unread.length > 0)
    notes.push(`Of the planned mix not understood: ${plan.unread.join(', ')} (write Product=50).`)
  return notes
}

export function decide(input: Input): Decision<Message> {
  const analysis = analyse(input)
  const { minPsi, minSales } = input.options
  const { drift, periods, base, year, plan } = analysis
  const all = {
    summary: {
      period: periods?.now.label ?? null,
      comparedTo: plan === null ? (base?.label ?? null) : 'plan',
      psi: drift.psi,
      critical: drift.critical,
      chiSquareP: drift.chiSquareP,
      drift: drift.drift,
      sales: drift.now,
      salesBefore: drift.base,
      psiYearBefore: year?.psi ?? null,
    },
    tables: tablesOf(analysis),
    notes: notesOf(analysis),
  }
  if (analysis.verdict === null) {
    const reason = reasonOf(analysis, minSales)
    const headline = `Whether the mix of products has shifted cannot be judged: ${reason}.`
    return { ...all, outcome: 'insufficient-data', headline, reason, findings: [] }
  }
  const findings = findingsOf(analysis, minPsi)
  const outcome = findings[0]?.verdict ?? 'ok'
  return { ...all, outcome, headline: headlineOf(analysis), findings }
}
