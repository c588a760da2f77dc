import { describe, expect, test } from 'vitest'
import { columnsOf, read } from './sheets.ts'
import { slowness } from '../../slowness.ts'

test('deals of a plain sheet are recognised by their headers, every column mapped', () => {
  const mapping = read('deals.csv', [
    'deal_id|account_id|rep|team|product|segment|created_date|close_date|status|amount|currency|lost_reason|lead_id|reopened_from',
    'D1|A1|Ann|North|Basic|SMB|2026-01-02|2026-02-03|won|1000|EUR||L1|',
    'D2|A2|Bob|South|Basic|SMB|2026-01-05||open|500|EUR||L2|D1',
  ])
  expect(mapping.table).toBe('deals')
  expect(columnsOf(mapping)).toEqual([
    'deal_id=deal_id',
    'customer_id=account_id',
    'owner=rep',
    'team=team',
    'product=product',
    'segment=segment',
    'created_on=created_date',
    'closed_on=close_date',
    'status=status',
    'amount=amount',
    'currency=currency',
    'lost_reason=lost_reason',
    'lead_id=lead_id',
    'reopened_from=reopened_from',
  ])
  expect(mapping.status).toEqual({ wonIndex: null, lostIndex: null, closedIndex: null, wordsIndex: 8 })
  expect(mapping.unmapped).toEqual([])
})

test('leads, surveys and targets of plain sheets too, even without a single row', () => {
  expect(columnsOf(read('leads.csv', ['lead_id|created_date|source|rep|converted_date']))).toEqual([
    'lead_id=lead_id',
    'created_on=created_date',
    'source=source',
    'owner=rep',
    'converted_on=converted_date',
  ])
  const surveys = read('surveys.csv', ['survey_id|account_id|rep|team|product|survey_date|rating|kind'])
  expect(surveys.table).toBe('surveys')
  expect(columnsOf(surveys)).toEqual([
    'survey_id=survey_id',
    'customer_id=account_id',
    'owner=rep',
    'team=team',
    'product=product',
    'answered_on=survey_date',
    'score=rating',
    'kind=kind',
  ])
  const targets = read('targets.csv', ['period|level|entity|target_amount|currency'])
  expect(targets.table).toBe('targets')
  expect(targets.columns).toHaveLength(5)
  expect(targets.constants.size).toBe(0)
})

describe('what a file is', () => {
  const cases: [string, string, [string, ...string[]]][] = [
    [
      'orders with an outcome are deals',
      'deals',
      ['order_number|order_date|owner|amount|outcome', 'S1|2026-01-02|Ann|20.5|won'],
    ],
    [
      'a customer list with churn reasons is customers',
      'customers',
      ['CustomerID|Country|Contract|Churn Label|Churn Reason', 'C1|US|Monthly|Yes|Price'],
    ],
    [
      'subscriptions that end are customers',
      'customers',
      ['subscription_id|deal_id|lead_id|start_date|churn_date|current_status', 'S1|D1|L1|2026-01-01||active'],
    ],
    [
      'reps with their manager and office are owners',
      'owners',
      ['sales_agent|manager|regional_office', 'Ann|Dustin|Central'],
    ],
    [
      'stages with entry and exit are a stage history',
      'stage_history',
      ['lead_id|stage|entered_at|exited_at|owner_rep_id', 'L1|New|2026-04-01|2026-04-02|SDR1'],
    ],
    [
      'calls and mails are activities',
      'activities',
      ['activity_id|lead_id|activity_at|activity_type|rep_id', 'A1|L1|2026-04-01|call|SDR1'],
    ],
    [
      'debriefs are interviews',
      'interviews',
      ['debrief_id|deal_id|held_on|minutes|held_by|reason', 'I1|D1|2026-04-01|25|Ann|Price'],
    ],
    [
      'invoices with dates of delivery and payment are invoices',
      'invoices',
      ['Invoice No|Customer|Invoice Date|Paid Date|Total', '1|Acme|2026-01-01|2026-02-01|120.00'],
    ],
    [
      'answers with a score are surveys',
      'surveys',
      ['ID|Market|Survey date|Customer Name|Month|Quarter|NPS', '1|US|01/09/21|Krista|9|3|10'],
    ],
    [
      'a lead list with a converted flag is leads',
      'leads',
      ['Prospect ID|Lead Number|Lead Source|Converted|Tags', 'x|6607|Chat|0|Interested'],
    ],
    [
      'a German list of deals is deals',
      'deals',
      [
        'Titel|Kunde|Phase|Betrag|Abschlussdatum|Verlustgrund|Besitzer',
        'A|Acme|Gewonnen|100,50|03.02.2026||Ann',
      ],
    ],
    [
      'a French one too',
      'deals',
      ['Titre|Client|Étape|Montant|Date de clôture|Raison de la perte', 'A|Acme|Gagnée|100,50|03/02/2026|'],
    ],
  ]
  test.each(cases)('%s', (_name, table, lines) => {
    expect(read('export.csv', lines).table).toBe(table)
  })
})

describe('lists that are nothing we read stay unrecognised, with a reason and candidates', () => {
  const cases: [string, RegExp, [string, ...string[]]][] = [
    [
      'quotes',
      /list of quotes/,
      ['QUOTEID|Subject|Created Time|Quote Owner|Quote Stage|Grand Total', '1|x|2026-01-01|Ann|Won|10.00'],
    ],
    [
      'purchase orders',
      /purchase orders/,
      ['PURCHASEORDERID|Purchase Order Owner|PO Date|Status|Gross Total', '1|Ann|2026-01-01|Approved|10.00'],
    ],
    ['order lines', /order lines/, ['orderID|productID|unitPrice|quantity|discount', '1|11|14.00|12|0']],
    ['tickets', /tickets/, ['Ticket ID|Ticket Owner|Status|Created Time', '1|Ann|Open|2026-01-01']],
    [
      'contacts',
      /contacts/,
      ['CONTACTID|Last Name|Contact Owner|Email|Lead Source|Created Time', '1|X|Ann|a@b.co|Web|2026-01-01'],
    ],
    ['a table of regions', /no header is known/, ['regionID|regionDescription', '1|East']],
    ['a table of products', /nearest to deals/, ['product|series|sales_price', 'GTX|GTX|550']],
    [
      'minutes per rep and day',
      /nearest to activities/,
      ['activity_date|rep_id|logged_in_minutes', '2026-01-01|S1|400'],
    ],
    [
      'policies of an insurer',
      /nearest to surveys/,
      ['Customer|State|Response|Coverage|Income', 'B1|Washington|No|Basic|0', 'B2|Oregon|No|Basic|0'],
    ],
    [
      'expenses',
      /nothing says who was billed/,
      ['Date|Employee|Category|Amount|Currency', '2026-01-01|Ann|Travel|12.50|EUR'],
    ],
    ['guests of a webinar', /list of people/, ['Name|Email|Registered|Attended', 'Bo|b@x.co|2026-01-01|yes']],
    [
      'tasks',
      /nothing in it speaks of a sale/,
      ['id|subject|status|created|priority', '1|Broken|open|2026-01-01|high'],
    ],
    [
      'how many leads are planned',
      /planned numbers of leads/,
      ['Date|Planned Lead|Planned MQL|Planned SQL', '2026-01-01|10|5|2'],
    ],
    ['a file without headers', /no header is known/, ['column 1|column 2|column 3', '1|272|28000.0000']],
  ]
  test.each(cases)('%s', (_name, reason, lines) => {
    const mapping = read('export.csv', lines)
    expect(mapping.table).toBeNull()
    expect(mapping.recognised).toMatch(reason)
    expect(mapping.unmapped).toEqual(lines[0].split('|'))
  })
})

test('the id of an account is the id of the customer', () => {
  const { table, columns } = read('export.csv', [
    'Id|Name|Industry|OwnerId|BillingCountry',
    '1|Acme|Steel|u1|DE',
  ])
  expect(table).toBe('customers')
  expect(columns.find(({ column }) => column === 'customer_id')?.header).toBe('Id')
})

test('a file that lacks one thing says which: deals without stage or status', () => {
  const mapping = read('export.csv', [
    'Deal ID|Deal title|Value|Close date|Sales rep',
    '1|A|10|2026-01-01|Ann',
  ])
  expect(mapping.table).toBeNull()
  expect(mapping.recognised).toBe('nearest to deals, but nothing stands for status or stage')
  expect(mapping.candidates[0]).toMatchObject({ table: 'deals', missing: ['status or stage'] })
})

test('the name of the file speaks where headers do not', () => {
  const lines: [string, string] = ['id|created_at|channel', '1|2026-01-01|Ads']
  expect(read('leads_2026.csv', lines).table).toBe('leads')
})

test('a preset leaves the columns of the org to synonyms, and what it knows and does not use to nobody', () => {
  const mapping = read('report1.csv', [
    'Opportunity Name|Stage|Amount|Expected Revenue|Close Date|Competitor Name|Industry|Territory',
    'A|Closed Won|10|8|1/15/2026|Rival|Retail|West',
  ])
  expect(mapping.preset).toBe('salesforce-deals')
  expect(columnsOf(mapping)).toContain('region=Territory')
  expect(columnsOf(mapping)).toContain('segment=Industry')
  expect(mapping.unmapped).toContain('Expected Revenue')
})

test('a HubSpot view of four columns is deals without stage, date and owner', () => {
  const mapping = read('hubspot-crm-exports.csv', [
    'Record ID|Deal Name|Amount|Associated Company',
    '1|A|10.5|Acme (5551)',
  ])
  expect(mapping.preset).toBe('hubspot-deals')
  expect(columnsOf(mapping)).toEqual([
    'deal_id=Record ID',
    'deal_name=Deal Name',
    'amount=Amount',
    'customer=Associated Company',
  ])
  expect(mapping.status).toBeNull()
})

test('a header whose cells are of another kind is not taken for the column', () => {
  const mapping = read('deals.csv', [
    'Deal ID|Status|Amount|Last activity',
    '1|won|10.00|Called the customer',
    '2|lost|20.00|Sent an offer',
  ])
  expect(columnsOf(mapping)).toEqual(['deal_id=Deal ID', 'status=Status', 'amount=Amount'])
})

test('a state of the union is no status', () => {
  const mapping = read('deals.csv', [
    'Deal ID|State|Stage|Amount',
    '1|Washington|Closed Won|10',
    '2|Oregon|Closed Lost|20',
  ])
  expect(columnsOf(mapping)).toEqual(['deal_id=Deal ID', 'stage=Stage', 'amount=Amount'])
})

test('no header serves two columns', () => {
  const { columns } = read('deals.csv', [
    'id|name|status|amount|created|created at|owner|owner id',
    '1|A|won|10|2026-01-01|2026-01-01|Ann|7',
  ])
  expect(new Set(columns.map(({ index }) => index)).size).toBe(columns.length)
})

test('a list of lost deals needs no status: its file name or the header of its date says it', () => {
  const header = 'Deal|Owner|Value|Reason'
  expect(
    read('export.csv', [`${header}|Date lost`, 'A|Ann|10|Price|2026-01-01']).constants.get('status'),
  ).toBe('lost')
  expect(
    read('lost deals 2026.csv', [`${header}|Closed`, 'A|Ann|10|Price|2026-01-01']).constants.get('status'),
  ).toBe('lost')
  expect(read('won and lost.csv', [`${header}|Closed`, 'A|Ann|10|Price|2026-01-01']).table).toBeNull()
})

test('a contact id before a score is a survey, not a list of contacts', () => {
  expect(read('x.csv', ['Contact ID|Company Name|NPS Score', '1|Acme|9']).table).toBe('surveys')
})

test('the order of columns does not matter', () => {
  const header = 'deal_id|rep|stage|amount|created_date|close_date|lost_reason|product|account'.split('|')
  const row = '1|Ann|Closed Won|10|2026-01-01|2026-01-03||Basic|Acme'.split('|')
  const there = read('a.csv', [header.join('|'), row.join('|')])
  const back = read('a.csv', [header.toReversed().join('|'), row.toReversed().join('|')])
  expect(columnsOf(back).toSorted()).toEqual(columnsOf(there).toSorted())
})

test('a currency in the header of the amount holds for every row', () => {
  const mapping = read('deals.csv', ['deal_id|status|final_mrr_usd', '1|Closed Won|12.50'])
  expect(columnsOf(mapping)).toContain('amount=final_mrr_usd')
  expect(mapping.constants.get('currency')).toBe('USD')
})

test('a column of currency codes, of amounts or of answer dates is found by its cells when its header says nothing', () => {
  const deals = read('deals.csv', [
    'deal id|status|rep|kk|figure',
    '1|won|Ann|EUR|1,200.50',
    '2|lost|Ann|USD|900.00',
    '3|open|Bob|EUR|15,000.00',
  ])
  expect(deals.columns.map(({ column, why }) => `${column}: ${why}`)).toContain(
    'currency: content: 100 % currency codes',
  )
  expect(columnsOf(deals)).toContain('amount=figure')
})

test('costs and discounts are never taken for the amount', () => {
  const mapping = read('invoices.csv', [
    'invoice no|customer|invoice date|freight',
    '1|Acme|2026-01-01|32.38',
    '2|Brit|2026-01-02|11.61',
    '3|Cobalt|2026-01-03|65.83',
  ])
  expect(columnsOf(mapping)).not.toContain('amount=freight')
})

test('rows that a warehouse marks as deleted or superseded are set aside', () => {
  const mapping = read('deals.csv', [
    'deal_id|status|amount|_fivetran_deleted|is_deleted|_fivetran_active',
    '1|won|10|FALSE|false|true',
  ])
  expect(mapping.setAside.map((rule) => rule.class)).toEqual(['soft-deleted', 'soft-deleted', 'superseded'])
})

test('headers named like parts of objects are only names', () => {
  const mapping = read('deals.csv', [
    'deal_id|status|amount|__proto__|constructor|toString',
    '1|won|10|a|b|c',
  ])
  expect(mapping.unmapped).toEqual(['__proto__', 'constructor', 'toString'])
})

test('a header of 100,000 characters and 5,000 columns take no time', () => {
  const started = performance.now()
  const wide = Array.from({ length: 5000 }, (_, index) => `field ${index}`).join('|')
  expect(
    read('deals.csv', [
      `deal_id|status|amount|${'A'.repeat(50_000)}${' recommend'.repeat(5000)}|${wide}`,
      '1|won|10',
    ]).table,
  ).toBe('deals')
  expect(performance.now() - started).toBeLessThan(3000 * slowness())
})
