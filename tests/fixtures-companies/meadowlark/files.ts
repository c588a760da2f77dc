// Meadowlark's other files as their tools write them.
import { clock, european, iso } from '../days.ts'
import { csv, decimalComma, plain, type CsvStyle } from '../csv-writer.ts'
import { at } from '../random.ts'
import { revenueOn, type Customer, type World } from '../simulate/world.ts'
import { activities, deals, excel, leadId, stageChanges } from './deals.ts'
import { plan } from './plan.ts'
import { reps } from './people.ts'

const typeform: CsvStyle = { delimiter: ',', quote: 'needed', lineEnd: '\n' }
const optional = (day: number | null, write: (day: number) => string): string =>
  day === null ? '' : write(day)

/** Leads by place that are listed twice. */
export const repeatedLeads = [512, 2077]

/** The lead sheet, saved by a Belgian Excel: semicolons, day first, a byte order mark. */
function leads(world: World): string {
  const rows = world.leads.map((lead) => [
    leadId(lead),
    european(lead.day),
    lead.source,
    optional(lead.converted, european),
  ])
  const listed = rows.flatMap((row, index) => (repeatedLeads.includes(index) ? [row, row] : [row]))
  return csv([['Lead ID', 'Created on', 'Channel', 'Converted on'], ...listed], excel)
}

const recommend = 'How likely are you to recommend Meadowlark to another grower?'
const why = 'What is the main reason for your score? '
const hidden = ['account', 'rep', 'team', 'product']

/** A token of letters and digits that follows from a number. */
function token(id: string, length: number): string {
  let state = Number(id)
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt((state >>> 16) % 36)
  }).join('')
}

/** Stripe's id of a customer; the customer sheet goes by it too. */
const stripeId = (one: Customer): string => `cus_${token(one.id.slice(2), 14)}`

/** Places of people who opened the form and left it. */
export const partialAnswers = [21, 60, 133, 208, 260, 300, 340]

function answers(world: World, touchpoint: boolean): string {
  const list = world.answers.filter((one) => (one.touchpoint !== null) === touchpoint)
  const rows = list.map((one, index) => {
    const partial = !touchpoint && partialAnswers.includes(index)
    const { account, rep, product } = one.customer
    const start = `${iso(one.day)} ${clock(one.minute)}:${String((one.minute * 7) % 60).padStart(2, '0')}`
    const end = `${iso(one.day)} ${clock(one.minute + 2)}:${String((one.minute * 11) % 60).padStart(2, '0')}`
    const given = partial ? ['', ''] : [String(one.score), one.comment]
    const about = [account, rep.name, rep.team, product.name]
    const kind = touchpoint ? ['touchpoint', one.touchpoint ?? ''] : []
    const dates = partial ? ['partial', start, start, ''] : ['completed', start, '', end]
    return [token(one.id, 32)].concat(given, about, kind, dates, token(one.id, 10), '')
  })
  const extra = touchpoint ? ['survey kind', 'touchpoint'] : []
  const dates = [
    'Response Type',
    'Start Date (UTC)',
    'Stage Date (UTC)',
    'Submit Date (UTC)',
    'Network ID',
    'Tags',
  ]
  return csv([['#', recommend, why, ...hidden, ...extra, ...dates], ...rows], typeform)
}

function repQuotas(world: World): string {
  const rows = world.targets
    .filter((one) => one.level === 'owner')
    .map((one) => [one.entity, decimalComma(one.cents), one.currency, one.period])
  return csv([['rep', 'quota', 'currency', 'period'], ...rows], excel)
}

function officePlan(world: World): string {
  const rows = world.targets
    .filter((one) => one.level !== 'owner')
    .map((one) => [one.level, one.entity, decimalComma(one.cents), one.currency, one.period])
  return csv([['level', 'name', 'target', 'currency', 'period'], ...rows], excel)
}

function users(): string {
  const rows = reps.map((rep) => [rep.id, rep.name, rep.email, rep.team, rep.manager, rep.region])
  return csv([['User ID', 'Name', 'Email', 'Team', 'Manager', 'Country'], ...rows], typeform)
}

function customers(world: World): string {
  const [start, end] = plan.customers.year
  const fields = plan.afterSale.requiredFields
  const filled: Readonly<Record<string, (index: number) => string>> = {
    'Billing contact': (index) =>
      `${at(['office', 'admin', 'facturen', 'compta'], index % 4)}@c${1001 + index}.example`,
    'VAT number': (index) => `BE0${String(402_206_045 + index * 1717)}`,
    'Payment details': (index) => at(['SEPA', 'Transfer', 'SEPA', 'Card'], index % 4),
    'Signed contract': () => 'yes',
  }
  const rows = world.customers.map((one, index) => [
    stripeId(one),
    one.account,
    one.rep.name,
    one.segment,
    one.product.name,
    one.ended === null || one.regained !== null ? 'active' : 'churned',
    european(one.since),
    optional(one.activated, european),
    decimalComma(Math.round(revenueOn(one, start) / 12)),
    decimalComma(Math.round(revenueOn(one, end) / 12)),
    one.rep.currency,
    optional(one.ended, european),
    one.churnReason,
    optional(one.lastContact, european),
    optional(one.winBackTried, european),
    optional(one.regained, european),
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
    'Currency',
    'Churned on',
    'Churn reason',
    'Last contact',
    'Win back tried',
    'Regained on',
    ...fields,
  ]
  return csv([headers, ...rows], excel)
}

const statuses = { paid: 'paid', issued: 'open', credited: 'void', cancelled: 'void' }

/** Stripe's invoice export with the company's own metadata columns at the end. */
function invoices(world: World): string {
  const rows = world.invoices.map((one) => [
    `in_1P${token(one.id, 14)}`,
    stripeId(one.customer),
    one.customer.account,
    `ML-${one.id}`,
    statuses[one.status],
    one.customer.rep.currency.toLowerCase(),
    plain(one.cents),
    plain(one.cents),
    one.status === 'paid' ? plain(one.cents) : '0.00',
    `${iso(one.issued)} 08:00`,
    `${iso(one.issued + 30)} 08:00`,
    one.status === 'paid' ? `${iso(Math.min(plan.asOf, one.issued + 24))} 14:10` : '',
    one.status === 'paid' ? 'TRUE' : 'FALSE',
    one.kind,
    one.customer.rep.name,
    one.deal?.id ?? '',
    optional(one.confirmed, iso),
    optional(one.incentivePaid, iso),
    one.incentivePaid === null ? '' : plain(one.incentive),
  ])
  const metadata = [
    'revenue_type',
    'sales_rep',
    'deal_id',
    'customer_confirmed',
    'incentive_paid_on',
    'incentive_amount',
  ]
  const headers = [
    'id',
    'Customer',
    'Customer Name',
    'Number',
    'Status',
    'Currency',
    'Amount Due',
    'Total',
    'Amount Paid',
    'Date (UTC)',
    'Due Date (UTC)',
    'Paid At (UTC)',
    'Paid',
    ...metadata.map((name) => `${name} (metadata)`),
  ]
  return csv([headers, ...rows], typeform)
}

function debriefs(world: World): string {
  const rows = world.interviews.map((one) => [
    one.id,
    one.deal === null ? 'lost customer' : 'lost deal',
    one.deal?.id ?? '',
    one.account,
    european(one.day),
    String(one.minutes),
    one.heldBy,
    one.sameCall ? 'yes' : 'no',
    one.reason,
  ])
  const headers = [
    'Interview ID',
    'Interview type',
    'Deal ID',
    'Customer',
    'Interview date',
    'Minutes',
    'Interviewer',
    'Same call',
    'Reason given',
  ]
  return csv([headers, ...rows], excel)
}

/** File names and their text, in the order of the README. */
export const meadowlarkFiles = (world: World): Map<string, string> =>
  new Map([
    ['deals-7428260-31.csv', deals(world)],
    ['leads.csv', leads(world)],
    ['typeform-nps.csv', answers(world, false)],
    ['quota.csv', repQuotas(world)],
    ['office-plan.csv', officePlan(world)],
    ['users.csv', users()],
    ['stage-changes.csv', stageChanges(world)],
    ['typeform-touchpoints.csv', answers(world, true)],
    ['stripe-invoices.csv', invoices(world)],
    ['customers.csv', customers(world)],
    ['debriefs.csv', debriefs(world)],
    ['activities.csv', activities(world)],
  ])
