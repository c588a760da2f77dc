// Meadowlark's files, read back and counted in plain code: the traps of the README are there, and no fault beside them.
import { describe, expect, it } from 'vitest'
import * as count from './count.ts'
import type { Deal } from './count.ts'
import { daysBetween, expectedOf, factsOf, quarter } from './read.ts'
import { company, files, isAdministrative, reasonOf } from './read-meadowlark.ts'

const expected = expectedOf('meadowlark')
const facts = (id: string): Readonly<Record<string, unknown>> => factsOf(expected, id)
const { asOf } = expected
const lost = company.deals.filter((one) => one.status === 'lost')
const open = company.deals.filter((one) => one.status === 'open')
const reasoned = lost.filter((one) => reasonOf(one.reason) !== null)
const inQuarter = (label: string): Deal[] => reasoned.filter((one) => quarter(one.closed) === label)

/** Share of the leads of some months that converted within 90 days. */
const rate = (from: string, to: string): number => {
  const group = company.leads.filter((one) => one.created >= from && one.created < to)
  const within = group.filter((one) => one.converted !== '' && daysBetween(one.created, one.converted) <= 90)
  return within.length / group.length
}

describe('the files of Meadowlark', () => {
  it.each(Object.entries(expected.files))('%s has the rows that expected.json says', (file, { rows }) => {
    expect(files.get(file)?.length).toBe(rows)
  })

  it('name the same customers, deals and leads everywhere', () => {
    const deals = new Set(company.deals.map((one) => one.id))
    const customers = new Set(company.customers.map((one) => one.account))
    const converted = new Map(company.leads.map((lead) => [lead.id, lead.converted]))
    const won = company.deals.filter((one) => one.status === 'won')
    expect(won.filter((one) => !customers.has(one.account))).toEqual([])
    expect([...company.journey, ...company.touchpoints].filter((one) => !customers.has(one.account))).toEqual(
      [],
    )
    expect(company.invoices.filter((one) => !customers.has(one.account))).toEqual([])
    expect(company.contacts.filter((one) => one.deal !== '' && !deals.has(one.deal))).toEqual([])
    expect(won.filter((one) => one.lead !== '' && converted.get(one.lead) !== one.closed)).toEqual([])
    expect(company.deals.filter((one) => one.reopened !== '' && !deals.has(one.reopened))).toEqual([])
  })

  it('hold nothing that happened after the export, which is in the middle of a month', () => {
    const days = [
      ...company.deals.flatMap((one) => [one.created, one.closed]),
      ...company.leads.flatMap((one) => [one.created, one.converted]),
      ...[
        ...company.journey,
        ...company.touchpoints,
        ...company.debriefs,
        ...company.contacts,
        ...company.moves,
      ].map((one) => one.day),
      ...company.invoices.flatMap((one) => [one.issued, one.confirmed, one.incentivePaid]),
      ...company.customers.flatMap((one) => [one.since, one.ended]),
    ]
    expect(days.reduce((newest, day) => (day > newest ? day : newest))).toBe('2026-10-14')
  })

  it('keep each rep and each customer in one currency', () => {
    const currencies = new Map<string, Set<string>>()
    for (const one of company.deals)
      currencies.set(one.owner, (currencies.get(one.owner) ?? new Set()).add(one.currency))
    expect([...currencies.values()].filter((set) => set.size > 1)).toEqual([])
    expect([...new Set(company.deals.map((one) => one.currency))].sort()).toEqual(['EUR', 'GBP'])
  })
})

describe('target hit, NPS low', () => {
  it('attainment and answers of every target are as planned', () => {
    expect(count.attainments(company)).toEqual(facts('target-hit-nps-low')['entities'])
  })

  it('every rep has 10 answers or more, and none scores so low that chance could not do it', () => {
    const answers = company.journey.filter((one) => quarter(one.day) === '2026-Q3')
    const owners = [
      ...new Set(company.targets.filter((one) => one.level === 'owner').map((one) => one.entity)),
    ]
    const rows = owners.map((owner) => {
      const scores = answers.filter((one) => one.owner === owner).map((one) => one.score)
      const balance =
        scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length
      return { n: scores.length, nps: balance / scores.length }
    })
    expect(rows.length).toBe(20)
    expect(Math.min(...rows.map((one) => one.n))).toBeGreaterThanOrEqual(10)
    expect(Math.min(...rows.map((one) => one.nps))).toBeGreaterThanOrEqual(0.25)
    // The trap: more than one lies below what a rule of thumb allows.
    expect(rows.filter((one) => one.nps < 0.33).length).toBeGreaterThanOrEqual(3)
  })
})

describe('funnel', () => {
  it('leads and conversions of every month are as planned', () => {
    expect(count.months(company.leads, asOf)).toEqual(facts('funnel-outpaces-conversion')['months'])
  })

  it('the 90-day rate is the same in both years, and the newest month looks bad for want of time only', () => {
    expect(rate('2024-04', '2025-04')).toBeCloseTo(0.1, 2)
    expect(rate('2025-07', '2026-07')).toBeCloseTo(0.1, 2)
    expect(rate('2026-09', '2026-10')).toBeLessThan(0.04)
  })
})

describe('lost reasons', () => {
  it('counts per reason and quarter are as planned', () => {
    const known = facts('lost-reasons')
    expect(lost.length).toBe(known['lostDeals'])
    expect(lost.filter((one) => isAdministrative(one.reason)).length).toBe(known['administrative'])
    expect(reasoned.length).toBe(known['withReason'])
    expect(count.reasonCounts(reasoned, reasonOf)).toEqual(known['reasons'])
    const quarters = ['2026-Q2', '2026-Q3'].map((label) => ({
      quarter: label,
      reasoned: inQuarter(label).length,
      reasons: count.reasonCounts(inQuarter(label), reasonOf),
    }))
    expect(quarters).toEqual([known['before'], known['latest']])
  })

  it('no reason moved by 5 points, and every whole quarter has 20 reasoned losses', () => {
    for (const reason of Object.keys(count.reasonCounts(reasoned, reasonOf))) {
      const share = (label: string): number =>
        inQuarter(label).filter((one) => reasonOf(one.reason) === reason).length / inQuarter(label).length
      expect(Math.abs(share('2026-Q3') - share('2026-Q2'))).toBeLessThan(0.05)
    }
    const quarters = [...new Set(reasoned.map((one) => quarter(one.closed)))].filter(
      (label) => label !== '2026-Q4',
    )
    expect(Math.min(...quarters.map((label) => inQuarter(label).length))).toBeGreaterThanOrEqual(20)
  })
})

describe('the other questions', () => {
  it('5 of 87 open deals are old', () => {
    const ages = open.map((one) => daysBetween(one.created, asOf))
    expect({ open: open.length, olderThan: 129, stalled: ages.filter((age) => age > 129).length }).toEqual(
      facts('stalled-deals'),
    )
    expect(ages.filter((age) => age > 60 && age <= 129)).toEqual([])
  })

  it('losses come back as often as before', () => {
    expect(count.wonBack(company.deals)).toEqual(facts('lost-not-revisited'))
  })

  it('most losses are debriefed, later, briefly and by someone else', () => {
    expect(count.debriefs(company)).toEqual(facts('missing-debriefs'))
  })

  it('incentives follow the confirmation', () => {
    expect(count.incentives(company.invoices)).toEqual(facts('paid-before-confirmed'))
  })

  it('customers stay', () => {
    expect({ perCurrency: count.retention(company.customers, ['EUR', 'GBP']) }).toEqual(
      facts('acquisition-over-retention'),
    )
  })

  it('touchpoints and journey agree', () => {
    expect(count.journey(company)).toEqual(facts('journey-gap'))
  })

  it('the products sold are the same', () => {
    expect(count.mix(company.deals)).toEqual(facts('product-mix-drift'))
  })

  it('proposals follow discovery', () => {
    expect(count.proposals(company, 'Discovery', 'Proposal made')).toEqual(facts('premature-proposal'))
  })

  it('papers are complete', () => {
    const withMissingFields = company.customers.filter((one) => one.lacks).length
    expect({ customers: company.customers.length, withMissingFields }).toEqual(facts('incomplete-onboarding'))
  })

  it('customers are called after the sale', () => {
    expect(count.followUps(company)).toEqual(facts('missing-follow-up'))
  })
})
