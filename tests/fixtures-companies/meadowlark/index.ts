// Meadowlark: the healthy company, as text of files.
import { expectedJson, type Expected, type FileFacts } from '../expected.ts'
import { makeWorld } from '../simulate/company.ts'
import { truthOf } from '../truth.ts'
import { deletedDeals } from './deals.ts'
import { meadowlarkFiles, partialAnswers, repeatedLeads } from './files.ts'
import { plan } from './plan.ts'
import { readme } from './readme.ts'

const detectors = [
  'target-hit-nps-low',
  'funnel-outpaces-conversion',
  'lost-reasons',
  'stalled-deals',
  'lost-not-revisited',
  'missing-debriefs',
  'paid-before-confirmed',
  'acquisition-over-retention',
  'journey-gap',
  'product-mix-drift',
  'premature-proposal',
  'incomplete-onboarding',
  'missing-follow-up',
]
const expected: Expected = Object.fromEntries(detectors.map((id) => [id, { outcome: 'ok', findings: [] }]))

/** Every file of the folder: name and text. */
export function meadowlark(): Map<string, string> {
  let last = 4100
  const nextId = (): string => {
    last += 1
    return String(last)
  }
  const world = makeWorld(plan, nextId)
  const truth = truthOf(plan, world, { unanswered: partialAnswers, droppedLeads: [], deletedDeals })
  const touchpoints = world.answers.filter((one) => one.touchpoint !== null).length
  const owners = world.targets.filter((one) => one.level === 'owner').length
  const facts = new Map<string, FileFacts>([
    [
      'deals-7428260-31.csv',
      {
        table: 'deals',
        rows: world.deals.length,
        note: `${deletedDeals.length} open deals are marked as deleted`,
      },
    ],
    [
      'leads.csv',
      { table: 'leads', rows: world.leads.length + repeatedLeads.length, repeated: repeatedLeads.length },
    ],
    [
      'typeform-nps.csv',
      {
        table: 'surveys',
        rows: world.answers.length - touchpoints,
        note: `${partialAnswers.length} partial responses without a score`,
      },
    ],
    ['typeform-touchpoints.csv', { table: 'surveys', rows: touchpoints }],
    ['quota.csv', { table: 'targets', rows: owners }],
    ['office-plan.csv', { table: 'targets', rows: world.targets.length - owners }],
    ['users.csv', { table: 'owners', rows: plan.reps.length }],
    ['stage-changes.csv', { table: 'stage_history', rows: world.moves.length }],
    ['activities.csv', { table: 'activities', rows: world.activities.length }],
    ['stripe-invoices.csv', { table: 'invoices', rows: world.invoices.length }],
    ['customers.csv', { table: 'customers', rows: world.customers.length }],
    ['debriefs.csv', { table: 'interviews', rows: world.interviews.length }],
  ])
  const company = { name: 'Meadowlark', asOf: '2026-10-14', period: plan.targets.quarter }
  return new Map([
    ['README.md', readme(truth)],
    ['expected.json', expectedJson(company, facts, expected, truth)],
    ...meadowlarkFiles(world),
  ])
}
