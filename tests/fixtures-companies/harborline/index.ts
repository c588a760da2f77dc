// Harborline: the faulty company, as text of files.
import { expectedJson, type Expected, type FileFacts } from '../expected.ts'
import { makeWorld } from '../simulate/company.ts'
import { truthOf } from '../truth.ts'
import { repeatedDeals, salesforceIds, unreadableDeals } from './deals.ts'
import { harborlineFiles, repeatedAnswers, spoiledLeads, unanswered } from './files.ts'
import { plan } from './plan.ts'
import { pushy } from './people.ts'
import { readme } from './readme.ts'

const whole = { verdict: 'problem', subject: [] } as const
const problem = (column: string, value: string) =>
  ({ verdict: 'problem', subject: [{ column, value }] }) as const

const expected: Expected = {
  'target-hit-nps-low': {
    outcome: 'problem',
    findings: [problem('owner', pushy), problem('product', 'Harbor Pay')],
  },
  'funnel-outpaces-conversion': { outcome: 'problem', findings: [whole] },
  'lost-reasons': {
    outcome: 'problem',
    findings: [
      problem('lost_reason', 'No accounting integration'),
      {
        verdict: 'watch',
        subject: [
          { column: 'lost_reason', value: 'Public tender rules' },
          { column: 'segment', value: 'Municipal' },
        ],
      },
      {
        verdict: 'watch',
        subject: [
          { column: 'churn_reason', value: 'Never went live' },
          { column: 'product', value: 'Harbor Pay' },
        ],
      },
    ],
  },
  'stalled-deals': { outcome: 'problem', findings: [whole] },
  'lost-not-revisited': { outcome: 'problem', findings: [whole] },
  'missing-debriefs': {
    outcome: 'problem',
    findings: [
      whole,
      problem('debriefs', 'same-day'),
      problem('debriefs', 'too-long'),
      problem('debriefs', 'by-owner'),
    ],
  },
  'paid-before-confirmed': { outcome: 'problem', findings: [whole] },
  'acquisition-over-retention': { outcome: 'problem', findings: [whole] },
  'journey-gap': { outcome: 'problem', findings: [whole] },
  'product-mix-drift': { outcome: 'problem', findings: [whole] },
  'premature-proposal': { outcome: 'watch', findings: [{ verdict: 'watch', subject: [] }] },
  'incomplete-onboarding': { outcome: 'problem', findings: [whole] },
  'missing-follow-up': { outcome: 'problem', findings: [whole] },
}

/** Every file of the folder: name and text. */
export function harborline(): Map<string, string> {
  const world = makeWorld(plan, salesforceIds('0068c00000', 13_204_177))
  const truth = truthOf(plan, world, {
    unanswered,
    droppedLeads: [...spoiledLeads.backwards, ...spoiledLeads.unreadable],
    deletedDeals: [],
  })
  const touchpoints = world.answers.filter((one) => one.touchpoint !== null).length
  const products = world.targets.filter((one) => one.level === 'product').length
  const facts = new Map<string, FileFacts>([
    [
      'salesforce-opportunities.csv',
      {
        table: 'deals',
        rows: world.deals.length + repeatedDeals,
        repeated: repeatedDeals,
        unreadable: unreadableDeals,
      },
    ],
    [
      'hubspot-contacts.csv',
      {
        table: 'leads',
        rows: world.leads.length + spoiledLeads.repeated.length,
        repeated: spoiledLeads.repeated.length,
        unreadable: spoiledLeads.unreadable.map(() => ({ column: 'Create Date', text: '(No value)' })),
        note: `${spoiledLeads.backwards.length} leads converted before they were created`,
      },
    ],
    [
      'delighted-relationship.csv',
      {
        table: 'surveys',
        rows: world.answers.length - touchpoints + repeatedAnswers.length,
        repeated: repeatedAnswers.length,
        note: `${unanswered.length} responses without a score`,
      },
    ],
    ['touchpoint-feedback.csv', { table: 'surveys', rows: touchpoints }],
    ['quotas-2026.csv', { table: 'targets', rows: world.targets.length - products }],
    [
      'product-plan-2026.csv',
      { table: 'targets', rows: plan.products.length, note: `${products} targets once unpivoted` },
    ],
    ['roster.csv', { table: 'owners', rows: plan.reps.length }],
    ['salesforce-stage-history.csv', { table: 'stage_history', rows: world.moves.length }],
    ['salesforce-activities.csv', { table: 'activities', rows: world.activities.length }],
    ['quickbooks-invoices.csv', { table: 'invoices', rows: world.invoices.length }],
    ['customers.csv', { table: 'customers', rows: world.customers.length }],
    ['debriefs.csv', { table: 'interviews', rows: world.interviews.length }],
  ])
  const company = { name: 'Harborline', asOf: '2026-10-02', period: plan.targets.quarter }
  return new Map([
    ['README.md', readme(truth)],
    ['expected.json', expectedJson(company, facts, expected, truth)],
    ...harborlineFiles(world),
  ])
}
