// Harborline's files as plain rows.
import type { Answer, Company, Deal } from './count.ts'
import { american, cell, cents, isoDate, once, rowsOf, type Row } from './read.ts'

const name = 'harborline'

export const files: ReadonlyMap<string, readonly Row[]> = new Map([
  ...[
    'salesforce-opportunities.csv',
    'hubspot-contacts.csv',
    'delighted-relationship.csv',
    'touchpoint-feedback.csv',
    'quotas-2026.csv',
    'product-plan-2026.csv',
    'roster.csv',
    'salesforce-stage-history.csv',
    'salesforce-activities.csv',
    'customers.csv',
    'debriefs.csv',
  ].map((file) => [file, rowsOf(name, file)] as const),
  [
    'quickbooks-invoices.csv',
    rowsOf(name, 'quickbooks-invoices.csv', ',', 5).filter(
      (row) => row.get('Transaction type') === 'Invoice',
    ),
  ],
])

const rows = (file: string): readonly Row[] => files.get(file) ?? []

function deal(row: Row): Deal {
  const stage = cell('Stage')(row)
  const status = stage === 'Closed Won' ? 'won' : stage === 'Closed Lost' ? 'lost' : 'open'
  return {
    id: cell('Opportunity ID')(row),
    account: cell('Account Name')(row),
    owner: cell('Opportunity Owner')(row),
    team: cell('Owner Role')(row),
    product: cell('Product')(row),
    segment: cell('Segment')(row),
    status,
    cents: cents(cell('Amount')(row)),
    currency: cell('Amount Currency')(row),
    created: american(cell('Created Date')(row)),
    closed: status === 'open' ? '' : american(cell('Close Date')(row)),
    reason: cell('Closed Lost Reason')(row),
    lead: cell('Lead ID')(row),
    reopened: cell('Reopened From')(row),
  }
}

const answers = (file: string, id: string, day: (row: Row) => string): Answer[] =>
  once(rows(file), cell(id))
    .filter((row) => cell('Score')(row) !== '')
    .map((row) => ({
      account: cell('Account')(row),
      owner: cell('Rep')(row),
      team: cell('Team')(row),
      product: cell('Product')(row),
      score: Number(cell('Score')(row)),
      day: day(row),
    }))

const levels = new Map([
  ['Rep', 'owner'],
  ['Team', 'team'],
  ['Company', 'company'],
])

const plan = rows('product-plan-2026.csv').flatMap((row) =>
  ['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026'].map((header) => ({
    level: 'product',
    entity: cell('Product')(row),
    period: `${header.slice(3)}-${header.slice(0, 2)}`,
    cents: cents(cell(header)(row)),
    currency: 'USD',
  })),
)

const quotas = rows('quotas-2026.csv').map((row) => ({
  level: levels.get(cell('Level')(row)) ?? '',
  entity: cell('Name')(row),
  period: cell('Quarter')(row),
  cents: cents(cell('Quota')(row)),
  currency: 'USD',
}))

/** The columns that must be filled. */
const required = ['Billing contact', 'Tax ID', 'Payment details', 'Signed order form']

export const company: Company = {
  deals: once(rows('salesforce-opportunities.csv'), cell('Opportunity ID')).map(deal),
  leads: once(rows('hubspot-contacts.csv'), cell('Record ID')).map((row) => ({
    id: cell('Record ID')(row),
    created: isoDate(cell('Create Date')(row)),
    converted: isoDate(cell('Became a Customer Date')(row)),
  })),
  journey: answers('delighted-relationship.csv', 'ID', (row) => isoDate(cell('Created at')(row))),
  touchpoints: answers('touchpoint-feedback.csv', 'Response ID', (row) => american(cell('Answered at')(row))),
  targets: [...quotas, ...plan],
  invoices: rows('quickbooks-invoices.csv').map((row) => ({
    account: cell('Name')(row),
    status: ['Credited', 'Cancelled'].includes(cell('Status')(row)) ? 'taken back' : cell('Status')(row),
    kind: cell('Revenue type')(row).toLowerCase(),
    currency: 'USD',
    issued: american(cell('Date')(row)),
    confirmed: american(cell('Customer confirmed')(row)),
    incentivePaid: american(cell('Incentive paid on')(row)),
    incentive: cents(cell('Incentive amount')(row)),
  })),
  customers: rows('customers.csv').map((row) => ({
    account: cell('Customer')(row),
    owner: cell('Owner')(row),
    currency: 'USD',
    since: cell('Customer since')(row),
    ended: cell('Churned on')(row),
    start: cents(cell('Start MRR')(row)),
    end: cents(cell('End MRR')(row)),
    lacks: required.some((field) => cell(field)(row) === ''),
  })),
  debriefs: rows('debriefs.csv').map((row) => ({
    deal: cell('Opportunity ID')(row),
    account: cell('Account')(row),
    day: cell('Held on')(row),
    minutes: Number(cell('Minutes')(row)),
    heldBy: cell('Held by')(row),
  })),
  contacts: rows('salesforce-activities.csv').map((row) => ({
    account: cell('Account Name')(row),
    deal: cell('Opportunity ID')(row),
    day: american(cell('Date')(row)),
  })),
  moves: rows('salesforce-stage-history.csv').map((row) => ({
    deal: cell('Opportunity ID')(row),
    to: cell('New Value')(row),
    day: american(cell('Edit Date')(row)),
  })),
}

/** How the reasons are written, folded to lower case without punctuation; everything else is taken literally. */
const spellings = new Map([
  ['price too high', 'Price too high'],
  ['price to high', 'Price too high'],
  ['prise too high', 'Price too high'],
  ['too high price', 'Price too high'],
  ['no decision', 'No decision'],
  ['no desicion', 'No decision'],
  ['went with competitor', 'Went with competitor'],
  ['went with competiter', 'Went with competitor'],
  ['no accounting integration', 'No accounting integration'],
  ['no accountingintegration', 'No accounting integration'],
  ['no acounting integration', 'No accounting integration'],
  ['accounting integration no', 'No accounting integration'],
  ['bad timing', 'Bad timing'],
  ['timing bad', 'Bad timing'],
  ['no budget this year', 'No budget this year'],
  ['no buget this year', 'No budget this year'],
  ['public tender rules', 'Public tender rules'],
  ['missing mobile app', 'Missing mobile app'],
  ['champion left', 'Champion left'],
])
const empty = new Set(['', 'other', 'na'])
const none = new Set(['duplicate', 'test', 'invalid number'])

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

export const isAdministrative = (text: string): boolean => none.has(fold(text))

/** The reason meant by what was typed; null when there is none. */
export function reasonOf(text: string): string | null {
  const folded = fold(text)
  if (empty.has(folded) || none.has(folded)) return null
  return spellings.get(folded) ?? text
}
