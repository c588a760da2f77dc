import { describe, expect, test } from 'vitest'
import { headerForms } from '../../../src/ingest/recognise/header.ts'
import { isKnownHeader } from '../../../src/ingest/recognise/index.ts'

describe('headers in the forms they are compared in', () => {
  const cases: [string, string[]][] = [
    ['Close Date', ['closedate']],
    ['CLOSE_DATE', ['closedate']],
    ['CloseDate', ['closedate']],
    ['\ufeffDeal Name', ['dealname']],
    ['Est. close date', ['estclosedate']],
    ['(Do Not Modify) Opportunity', ['opportunity']],
    ['*ContactName', ['contactname']],
    ['Probability (%)', ['probability']],
    ['Deal - Lost reason', ['deallostreason', 'lostreason']],
    ['Affaire - Étape', ['affaireetape', 'etape']],
    ['Account: Account Name', ['accountaccountname', 'accountname']],
    ['Lead Owner: Manager', ['leadownermanager']],
    ['Person - Name', ['personname']],
    ['stage_id/name', ['stageidname', 'stage']],
    ['property_dealname', ['propertydealname', 'dealname']],
    ['Loss_Reason__c', ['lossreasonc', 'lossreason']],
    ['Created date (UTC)', ['createddateutc', 'createddate']],
    ['Amount (EUR)', ['amounteur', 'amount']],
    ['Won 🎉', ['won']],
    ['#', ['#']],
    ['', []],
  ]
  test.each(cases)('%s', (header, keys) => expect(headerForms(header).keys).toEqual(keys))
})

test('a currency in a header is told', () => {
  expect(
    ['final_mrr_usd', 'Amount in EUR', 'Total', 'Show all'].map((header) => headerForms(header).currency),
  ).toEqual(['USD', 'EUR', null, null])
})

test('known headers are known in any dress, cells are not', () => {
  const known = [
    'Close Date',
    'closeDate',
    'Deal - Value',
    'Verlustgrund',
    'Raison de la perte',
    '*InvoiceNumber',
    'hs_object_id',
    'Lost reason',
  ]
  expect(known.filter((header) => !isKnownHeader(header))).toEqual([])
  const cells = [
    '2026-01-02',
    '1,200.50',
    'Closed Won',
    'Ann Smith',
    '',
    'TRUE',
    'acme@example.com',
    'report1712345678901',
  ]
  expect(cells.filter(isKnownHeader)).toEqual([])
})
