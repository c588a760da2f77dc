// Meadowlark's files as plain rows.
import type { Answer, Company, Deal } from './count.ts'
import { cell, cents, commaCents, european, isoDate, once, rowsOf, type Row } from './read.ts'

const name = 'meadowlark'

export const files: ReadonlyMap<string, readonly Row[]> = new Map([
  ...[
    'deals-7428260-31.csv',
    'typeform-nps.csv',
    'typeform-touchpoints.csv',
    'users.csv',
    'stage-changes.csv',
    'activities.csv',
    'stripe-invoices.csv',
  ].map((file) => [file, rowsOf(name, file)] as const),
  ...['leads.csv', 'quota.csv', 'office-plan.csv', 'customers.csv', 'debriefs.csv'].map(
    (file) => [file, rowsOf(name, file, ';')] as const,
  ),
])

const rows = (file: string): readonly Row[] => files.get(file) ?? []

const deals = new Map<string, Deal['status']>([
  ['Won', 'won'],
  ['Lost', 'lost'],
  ['Open', 'open'],
])

/** None for a deal that was deleted. */
function deal(row: Row): Deal[] {
  const status = deals.get(cell('Deal - Status')(row))
  if (status === undefined) return []
  const one = {
    id: cell('Deal - ID')(row),
    account: cell('Deal - Organization')(row),
    owner: cell('Deal - Owner')(row),
    team: cell('Deal - Team')(row),
    product: cell('Deal - Product name')(row),
    segment: cell('Deal - Segment')(row),
    status,
    cents: cents(cell('Deal - Value')(row)),
    currency: cell('Deal - Currency of Value')(row),
    created: isoDate(cell('Deal - Deal created')(row)),
    closed: isoDate(cell('Deal - Deal closed on')(row)),
    reason: cell('Deal - Lost reason')(row),
    lead: cell('Deal - Lead ID')(row),
    reopened: cell('Deal - Reopened from')(row),
  }
  return [one]
}

const question = cell('How likely are you to recommend Meadowlark to another grower?')

const answers = (file: string): Answer[] =>
  rows(file)
    .filter((row) => question(row) !== '')
    .map((row) => ({
      account: cell('account')(row),
      owner: cell('rep')(row),
      team: cell('team')(row),
      product: cell('product')(row),
      score: Number(question(row)),
      day: isoDate(cell('Submit Date (UTC)')(row)),
    }))

const required = ['Billing contact', 'VAT number', 'Payment details', 'Signed contract']

export const company: Company = {
  deals: rows('deals-7428260-31.csv').flatMap(deal),
  leads: once(rows('leads.csv'), cell('Lead ID')).map((row) => ({
    id: cell('Lead ID')(row),
    created: european(cell('Created on')(row)),
    converted: european(cell('Converted on')(row)),
  })),
  journey: answers('typeform-nps.csv'),
  touchpoints: answers('typeform-touchpoints.csv'),
  targets: [
    ...rows('quota.csv').map((row) => ({
      level: 'owner',
      entity: cell('rep')(row),
      period: cell('period')(row),
      cents: commaCents(cell('quota')(row)),
      currency: cell('currency')(row),
    })),
    ...rows('office-plan.csv').map((row) => ({
      level: cell('level')(row),
      entity: cell('name')(row),
      period: cell('period')(row),
      cents: commaCents(cell('target')(row)),
      currency: cell('currency')(row),
    })),
  ],
  invoices: rows('stripe-invoices.csv').map((row) => ({
    account: cell('Customer Name')(row),
    status: cell('Status')(row) === 'void' ? 'taken back' : cell('Status')(row),
    kind: cell('revenue_type (metadata)')(row),
    currency: cell('Currency')(row).toUpperCase(),
    issued: isoDate(cell('Date (UTC)')(row)),
    confirmed: cell('customer_confirmed (metadata)')(row),
    incentivePaid: cell('incentive_paid_on (metadata)')(row),
    incentive: cents(cell('incentive_amount (metadata)')(row)),
  })),
  customers: rows('customers.csv').map((row) => ({
    account: cell('Customer')(row),
    owner: cell('Owner')(row),
    currency: cell('Currency')(row),
    since: european(cell('Customer since')(row)),
    ended: european(cell('Churned on')(row)),
    start: commaCents(cell('Start MRR')(row)),
    end: commaCents(cell('End MRR')(row)),
    lacks: required.some((field) => cell(field)(row) === ''),
  })),
  debriefs: rows('debriefs.csv').map((row) => ({
    deal: cell('Deal ID')(row),
    account: cell('Customer')(row),
    day: european(cell('Interview date')(row)),
    minutes: Number(cell('Minutes')(row)),
    heldBy: cell('Interviewer')(row),
  })),
  contacts: rows('activities.csv').map((row) => ({
    account: cell('Organization')(row),
    deal: cell('Deal ID')(row),
    day: cell('Due date')(row),
  })),
  moves: rows('stage-changes.csv').map((row) => ({
    deal: cell('Deal ID')(row),
    to: cell('New stage')(row),
    day: cell('Changed on')(row),
  })),
}

const spellings = new Map([
  ['too expensive', 'Too expensive'],
  ['too expensive.', 'Too expensive'],
  ['investment postponed', 'Investment postponed'],
  ['investment posponed', 'Investment postponed'],
  ['chose another supplier', 'Chose another supplier'],
  ['bad harvest, no money', 'Bad harvest, no money'],
  ['bad harvest - no money', 'Bad harvest, no money'],
  ['no money, bad harvest', 'Bad harvest, no money'],
  ['no network on the plots', 'No network on the plots'],
  ['no answer any more', 'No answer any more'],
])

export const isAdministrative = (text: string): boolean => text === 'Duplicate' || text === 'Test'

export function reasonOf(text: string): string | null {
  if (text === '' || isAdministrative(text)) return null
  return spellings.get(text.toLowerCase()) ?? text
}
