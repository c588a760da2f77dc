// Harborline's files as their tools write them.
import { american, clock, iso } from '../days.ts'
import { csv, dollars, grouped, plain, type CsvStyle } from '../csv-writer.ts'
import { at } from '../random.ts'
import { revenueOn, type Answer, type Invoice, type Lead, type World } from '../simulate/world.ts'
import { activities, opportunities, stageHistory } from './deals.ts'
import { plan } from './plan.ts'
import { products, reps } from './people.ts'

const hubspot: CsvStyle = { delimiter: ',', quote: 'all', lineEnd: '\n' }
const delighted: CsvStyle = { delimiter: ',', quote: 'needed', lineEnd: '\n' }
const sheet: CsvStyle = { delimiter: ',', quote: 'needed', lineEnd: '\r\n' }

const lifecycle = (lead: Lead): string =>
  lead.converted !== null ? 'customer' : lead.hasDeal ? 'opportunity' : 'lead'

/** Record numbers of the list (0 = first lead) that were spoiled, and how. */
export const spoiledLeads = {
  repeated: [610, 1433, 2290, 3871],
  backwards: [905, 2764, 4410],
  unreadable: [3305],
}

/** HubSpot's contact list: four leads twice, three that became customers before they came in, one without a readable date. */
function contacts(world: World): string {
  const rows = world.leads.map((lead, index) => {
    const created = `${iso(lead.day)} ${clock(lead.minute)}`
    const converted =
      lead.converted === null ? '' : `${iso(lead.converted)} ${clock(540 + (lead.minute % 480))}`
    return [
      lead.id,
      lifecycle(lead),
      lead.source,
      spoiledLeads.unreadable.includes(index) ? '(No value)' : created,
      spoiledLeads.backwards.includes(index) ? `${iso(lead.day - 12)} 11:05` : converted,
    ]
  })
  const headers = ['Record ID', 'Lifecycle Stage', 'Original Source', 'Create Date', 'Became a Customer Date']
  const listed = rows.flatMap((row, index) => (spoiledLeads.repeated.includes(index) ? [row, row] : [row]))
  return csv([headers, ...listed], hubspot)
}

const answerCells = (one: Answer): string[] => [
  one.id,
  String(one.score),
  one.comment,
  'nps',
  one.customer.id.replace('C-', '77'),
  `${iso(one.day)} ${clock(one.minute)}:${String((one.minute * 7) % 60).padStart(2, '0')} UTC`,
  one.customer.account,
  one.customer.rep.name,
  one.customer.rep.team,
  one.customer.product.name,
]

const answerHeaders = [
  'ID',
  'Score',
  'Comment',
  'Survey type',
  'Person ID',
  'Created at',
  'Account',
  'Rep',
  'Team',
  'Product',
]

/** Places of answers without a score, and of answers listed twice. */
export const unanswered = [12, 77]
export const repeatedAnswers = [30, 101]

/** Answers about the whole relationship: two of the first quarter listed twice, two left unanswered. */
function relationship(world: World): string {
  const answers = world.answers.filter((one) => one.touchpoint === null)
  const rows = answers.map(answerCells)
  for (const place of unanswered) at(rows, place)[1] = ''
  const listed = rows.flatMap((row, place) => (repeatedAnswers.includes(place) ? [row, row] : [row]))
  return csv([answerHeaders, ...listed], delighted)
}

/** The sheet in which the short forms after sale, onboarding, support and delivery are collected. */
function touchpoints(world: World): string {
  const answers = world.answers.filter((one) => one.touchpoint !== null)
  const rows = answers.map((one) => [
    one.id,
    `${american(one.day)} ${clock(one.minute)}:${String((one.minute * 7) % 60).padStart(2, '0')}`,
    'Touchpoint',
    one.touchpoint ?? '',
    String(one.score),
    one.customer.account,
    one.customer.rep.name,
    one.customer.rep.team,
    one.customer.product.name,
  ])
  const headers = [
    'Response ID',
    'Answered at',
    'Survey kind',
    'Touchpoint',
    'Score',
    'Account',
    'Rep',
    'Team',
    'Product',
  ]
  return csv([headers, ...rows], sheet)
}

const levels = { owner: 'Rep', team: 'Team', product: 'Product', company: 'Company' }

/** The quota sheet: one line per rep, team and company and quarter. */
function quotas(world: World): string {
  const rows = world.targets
    .filter((one) => one.level !== 'product')
    .map((one) => [levels[one.level], one.entity, one.period, dollars(one.cents)])
  return csv([['Level', 'Name', 'Quarter', 'Quota'], ...rows], sheet)
}

/** The product plan: one line per product, a column per quarter. */
function productPlan(world: World): string {
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
  const planned = (product: string, quarter: string): string => {
    const target = world.targets.find((one) => one.entity === product && one.period === quarter)
    return dollars(target?.cents ?? 0)
  }
  const rows = products.map(({ name }) => [name].concat(quarters.map((quarter) => planned(name, quarter))))
  return csv(
    [['Product', ...quarters.map((quarter) => `${quarter.slice(5)} ${quarter.slice(0, 4)}`)], ...rows],
    sheet,
  )
}

function roster(): string {
  const rows = reps.map((rep) => [rep.id, rep.name, rep.email, rep.team, rep.manager, rep.region])
  return csv([['User ID', 'Full Name', 'Email', 'Team', 'Manager', 'Region'], ...rows], sheet)
}

const optional = (day: number | null, write: (day: number) => string): string =>
  day === null ? '' : write(day)

function customers(world: World): string {
  const [start, end] = plan.customers.year
  const fields = plan.afterSale.requiredFields
  const filled: Readonly<Record<string, (index: number) => string>> = {
    'Billing contact': (index) =>
      `${at(['dock', 'office', 'billing', 'accounts'], index % 4)}@c${1001 + index}.example`,
    'Tax ID': (index) => `${10 + (index % 80)}-${String(2_310_007 + index * 911).slice(0, 7)}`,
    'Payment details': (index) => at(['ACH', 'Card', 'ACH', 'Check'], index % 4),
    'Signed order form': () => 'yes',
  }
  const rows = world.customers.map((one, index) => [
    one.id,
    one.account,
    one.rep.name,
    one.segment,
    one.product.name,
    one.ended === null || one.regained !== null ? 'Active' : 'Churned',
    iso(one.since),
    optional(one.activated, iso),
    plain(Math.round(revenueOn(one, start) / 12)),
    plain(Math.round(revenueOn(one, end) / 12)),
    optional(one.ended, iso),
    one.churnReason,
    optional(one.lastContact, iso),
    optional(one.winBackTried, iso),
    optional(one.regained, iso),
    ...fields.map((field) => (one.missing.includes(field) ? '' : (filled[field]?.(index) ?? ''))),
  ])
  const headers = [
    'Customer ID',
    'Customer',
    'Owner',
    'Segment',
    'Product',
    'Status',
    'Customer since',
    'Activated on',
    'Start MRR',
    'End MRR',
    'Churned on',
    'Churn reason',
    'Last contact',
    'Win back tried',
    'Regained on',
    ...fields,
  ]
  return csv([headers, ...rows], sheet)
}

const revenueTypes = { new: 'New', expansion: 'Expansion', renewal: 'Renewal' }
const statuses = { paid: 'Paid', issued: 'Open', credited: 'Credited', cancelled: 'Cancelled' }

const invoiceCells = (one: Invoice): string[] => [
  american(one.issued),
  'Invoice',
  one.id,
  one.customer.account,
  one.kind === 'expansion' ? 'Add-on' : 'Annual plan',
  american(one.issued + 30),
  grouped(one.cents),
  one.status === 'paid' ? '0.00' : one.status === 'issued' ? grouped(one.cents) : '0.00',
  statuses[one.status],
  revenueTypes[one.kind],
  one.customer.rep.name,
  one.deal?.id ?? '',
  optional(one.confirmed, american),
  optional(one.cancelled, american),
  optional(one.incentivePaid, american),
  one.incentivePaid === null ? '' : grouped(one.incentive),
]

/** QuickBooks Online's invoice list: three title lines and an empty one above, a total and the time of printing below. */
function invoices(world: World): string {
  const headers = [
    'Date',
    'Transaction type',
    'Num',
    'Name',
    'Memo',
    'Due date',
    'Amount',
    'Open balance',
    'Status',
    'Revenue type',
    'Sales rep',
    'Opportunity ID',
    'Customer confirmed',
    'Credited on',
    'Incentive paid on',
    'Incentive amount',
  ]
  const blanks = headers.slice(1).map(() => '')
  const total = world.invoices.reduce((sum, one) => sum + one.cents, 0)
  const open = world.invoices.reduce((sum, one) => (one.status === 'issued' ? sum + one.cents : sum), 0)
  const titles = ['Harborline Inc.', 'Invoice List by Date', 'January 1, 2025 - October 2, 2026']
  const rows = [
    ...titles.map((title) => [title].concat(blanks)),
    [''],
    headers,
    ...world.invoices.map(invoiceCells),
    ['TOTAL', '', '', '', '', '', dollars(total), dollars(open), ...blanks.slice(7)],
    [''],
    [''],
    [''],
    ['', ...blanks].map((_, index) =>
      index === 0 ? 'Accrual Basis Friday, October 2, 2026 06:12 PM GMT-04:00' : '',
    ),
  ]
  return csv(rows, sheet)
}

function debriefs(world: World): string {
  const rows = world.interviews.map((one) => [
    one.id,
    one.deal === null ? 'Lost customer' : 'Lost deal',
    one.deal?.id ?? '',
    one.account,
    iso(one.day),
    String(one.minutes),
    one.heldBy,
    one.sameCall ? 'yes' : 'no',
    one.reason,
  ])
  const headers = [
    'Debrief ID',
    'Interview type',
    'Opportunity ID',
    'Account',
    'Held on',
    'Minutes',
    'Held by',
    'Same call',
    'Stated reason',
  ]
  return csv([headers, ...rows], sheet)
}

/** File names and their text, in the order of the README. */
export const harborlineFiles = (world: World): Map<string, string> =>
  new Map([
    ['salesforce-opportunities.csv', opportunities(world)],
    ['hubspot-contacts.csv', contacts(world)],
    ['delighted-relationship.csv', relationship(world)],
    ['quotas-2026.csv', quotas(world)],
    ['product-plan-2026.csv', productPlan(world)],
    ['roster.csv', roster()],
    ['salesforce-stage-history.csv', stageHistory(world)],
    ['touchpoint-feedback.csv', touchpoints(world)],
    ['quickbooks-invoices.csv', invoices(world)],
    ['customers.csv', customers(world)],
    ['debriefs.csv', debriefs(world)],
    ['salesforce-activities.csv', activities(world)],
  ])
