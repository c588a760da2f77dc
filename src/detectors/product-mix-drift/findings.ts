// One finding for the mix; a product that hit its target and is taken back only where the mix itself is in order.
import { formatShare, type Money } from '../../report/index.ts'
import type { Draft } from '../detector.ts'
import type { Analysis, MixVerdict } from './analysis.ts'
import type { Message } from './messages.ts'
import type { Refunds } from './product-facts.ts'
import { baseText, nowText, psiText, pushedText, takenText } from './words.ts'

const messageOf = (verdict: MixVerdict, planned: boolean): Message => {
  if (verdict === 'season') return 'mix-is-seasonal'
  if (verdict === 'watch') return 'mix-may-drift'
  return planned ? 'mix-off-plan' : 'mix-drifted'
}

/** Money booked with the product that gained. */
function impactOf({ gainer, facts }: Analysis): Money[] {
  const booked = gainer?.key == null ? [] : (facts.get(gainer.key)?.booked ?? [])
  return booked
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1))
}

function mixFinding(analysis: Analysis, minPsi: number): Draft<Message>[] {
  const { verdict, periods, base, drift, year, gainer, loser, plan } = analysis
  if (verdict === null || verdict === 'ok' || periods === null || gainer === null || loser === null) return []
  const { psi, critical, chiSquareP } = drift
  return [
    {
      messageId: messageOf(verdict, plan !== null),
      verdict: verdict === 'problem' ? 'problem' : 'watch',
      data: {
        gainer: gainer.product,
        gainerBefore: baseText(gainer, analysis),
        gainerNow: nowText(gainer, analysis),
        gainerKey: gainer.key ?? '',
        loser: loser.product,
        loserBefore: baseText(loser, analysis),
        loserNow: nowText(loser, analysis),
        base: base?.label ?? 'the plan',
        period: periods.now.label,
        psi: psiText(psi),
        critical: psiText(critical),
        yearPsi: psiText(year?.psi ?? null),
        pushed: pushedText(analysis),
      },
      subject: [],
      period: periods.now,
      measure: {
        name: 'population stability index of the mix of products',
        unit: 'number',
        observed: psi,
        expected: Math.max(critical ?? 0, minPsi),
        lower: null,
        upper: null,
        intervalOf: 'observed',
        numerator: 'sales of each product',
        denominator: 'all sales that name a product',
      },
      evidence: {
        test: 'chi-square of the two mixes; PSI against its critical value (95 %)',
        statistic: psi,
        p: chiSquareP,
        adjustedP: null,
        n: drift.now + (drift.base ?? 0),
      },
      impact: impactOf(analysis),
    },
  ]
}

/** Products that hit the target while they are taken back far more often than the others. */
export const refundedHits = ({
  facts,
  drift,
}: Analysis): { readonly key: string; readonly product: string; readonly refunds: Refunds }[] =>
  drift.bins.flatMap(({ key, product }) => {
    const known = key === null ? undefined : facts.get(key)
    const refunds = known?.refunds
    return key !== null && known?.hit === true && refunds?.isHigh === true ? [{ key, product, refunds }] : []
  })

function refundFindings(analysis: Analysis): Draft<Message>[] {
  const { periods, facts } = analysis
  if (periods === null) return []
  return refundedHits(analysis).flatMap(({ key, product, refunds }): Draft<Message>[] => {
    const known = facts.get(key)
    if (known === undefined) return []
    return [
      {
        messageId: 'hit-and-refunded',
        verdict: 'watch',
        data: {
          product,
          gainerKey: key,
          attainment: formatShare(known.attainment ?? 0),
          period: periods.now.label,
          taken: takenText(refunds.takenBack, refunds.invoices),
          rest: refunds.restShare === null ? 'none' : formatShare(refunds.restShare),
        },
        subject: [{ column: 'product', value: product }],
        period: periods.now,
        measure: {
          name: 'share of invoices taken back',
          unit: 'share',
          observed: refunds.share,
          expected: refunds.restShare,
          lower: null,
          upper: null,
          intervalOf: 'observed',
          numerator: 'invoices cancelled or credited',
          denominator: 'invoices of the year up to the end of the period',
        },
        evidence: {
          test: 'share taken back against all other products, two-sided, adjusted over products',
          statistic: null,
          p: null,
          adjustedP: null,
          n: refunds.invoices,
        },
        impact: [],
      },
    ]
  })
}

export function findingsOf(analysis: Analysis, minPsi: number): Draft<Message>[] {
  const mix = mixFinding(analysis, minPsi)
  return mix.length > 0 ? mix : refundFindings(analysis)
}
