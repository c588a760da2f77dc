// Harborline's files, read back and counted in plain code: what the README says is planted is there, and nothing else.
import { describe, expect, it } from 'vitest'
import * as count from './count.ts'
import type { Deal } from './count.ts'
import { daysBetween, expectedOf, factsOf, quarter } from './read.ts'
import { company, files, isAdministrative, reasonOf } from './read-harborline.ts'

const expected = expectedOf('harborline')
const facts = (id: string): Readonly<Record<string, unknown>> => factsOf(expected, id)
const { asOf } = expected
const lost = company.deals.filter((one) => one.status === 'lost')
const open = company.deals.filter((one) => one.status === 'open')
const reasoned = lost.filter((one) => reasonOf(one.reason) !== null)
const inQuarter = (label: string): Deal[] => reasoned.filter((one) => quarter(one.closed) === label)
const share = (label: string, reason: string): number =>
  inQuarter(label).filter((one) => reasonOf(one.reason) === reason).length / inQuarter(label).length
const nps = (scores: readonly number[]): number =>
  (scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length) / scores.length

describe('the files of Harborline', () => {
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
    expect(company.moves.filter((move) => !deals.has(move.deal))).toEqual([])
    expect(company.contacts.filter((one) => one.deal !== '' && !deals.has(one.deal))).toEqual([])
    expect(company.deals.filter((one) => one.lead !== '' && !converted.has(one.lead))).toEqual([])
    expect(won.filter((one) => one.lead !== '' && converted.get(one.lead) !== one.closed)).toEqual([])
    expect(company.deals.filter((one) => one.reopened !== '' && !deals.has(one.reopened))).toEqual([])
  })

  it('hold nothing that happened after the export', () => {
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
    expect(days.reduce((newest, day) => (day > newest ? day : newest))).toBe(asOf)
  })
})

describe('target hit, NPS low', () => {
  it('attainment and answers of every target are as planted', () => {
    expect(count.attainments(company)).toEqual(facts('target-hit-nps-low')['entities'])
  })

  it('only the planted rep and product hit their target 10 points below the rest', () => {
    const answers = company.journey.filter((one) => quarter(one.day) === '2026-Q3')
    const targets = company.targets.filter((one) => one.period === '2026-Q3' && one.level !== 'company')
    const found = targets.filter(({ level, entity, cents }) => {
      const of = (one: { owner: string; team: string; product: string }): boolean =>
        (level === 'owner' ? one.owner : level === 'team' ? one.team : one.product) === entity
      const booked = company.deals.filter(
        (one) => one.status === 'won' && quarter(one.closed) === '2026-Q3' && of(one),
      )
      const sum = booked.reduce((total, one) => total + one.cents, 0)
      const own = nps(answers.filter(of).map((one) => one.score))
      const rest = nps(answers.filter((one) => !of(one)).map((one) => one.score))
      return sum >= cents && own <= rest - 0.1
    })
    expect(found.map((one) => one.entity).sort()).toEqual(['Corinne Vasher', 'Harbor Pay'])
  })

  it('no customer answered twice in the quarter, so no answer is dropped', () => {
    const accounts = company.journey.filter((one) => quarter(one.day) === '2026-Q3').map((one) => one.account)
    expect(new Set(accounts).size).toBe(accounts.length)
  })
})

describe('funnel', () => {
  const leads = company.leads.filter(
    (one) => one.created !== '' && (one.converted === '' || one.converted >= one.created),
  )

  it('leads and conversions of every month are as planted', () => {
    expect(count.months(leads, asOf)).toEqual(facts('funnel-outpaces-conversion')['months'])
  })

  it('three leads converted before they came in and one has no date', () => {
    expect(company.leads.length - leads.length).toBe(4)
  })

  it('250 leads or more in every month, 4 % more each month, while the 90-day rate falls by 40 % and more', () => {
    const first = leads.filter((one) => one.created < '2025-01')
    const last = leads.filter((one) => one.created >= '2026-04' && one.created < '2026-07')
    const rate = (group: typeof leads): number =>
      group.filter((one) => one.converted !== '' && daysBetween(one.created, one.converted) <= 90).length /
      group.length
    const perMonth = new Map<string, number>()
    for (const one of leads)
      perMonth.set(one.created.slice(0, 7), (perMonth.get(one.created.slice(0, 7)) ?? 0) + 1)
    const sizes = [...perMonth.values()].slice(0, 24)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(250)
    expect((sizes.at(-1) ?? 0) / (sizes[0] ?? 1)).toBeCloseTo(1.04 ** 23, 1)
    expect(rate(last) / rate(first)).toBeLessThan(0.62)
  })
})

describe('lost reasons', () => {
  it('counts per reason, quarter and segment are as planted', () => {
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
    const segments = ['Single-site', 'Multi-site', 'Municipal'].map((segment) => {
      const mine = reasoned.filter((one) => one.segment === segment)
      return { segment, reasoned: mine.length, reasons: count.reasonCounts(mine, reasonOf) }
    })
    expect(segments).toEqual(known['segments'])
  })

  it('one reason rose by more than 10 points, the others moved by less than 5', () => {
    const names = Object.keys(count.reasonCounts(reasoned, reasonOf))
    const moved = names.map((reason) => ({ reason, by: share('2026-Q3', reason) - share('2026-Q2', reason) }))
    expect(moved.filter((one) => one.by > 0.1).map((one) => one.reason)).toEqual([
      'No accounting integration',
    ])
    expect(moved.filter((one) => Math.abs(one.by) >= 0.05).length).toBe(1)
  })

  it('one in eight losses has no usable reason', () => {
    const real = lost.filter((one) => !isAdministrative(one.reason))
    expect(reasoned.length / real.length).toBeCloseTo(0.88, 2)
  })

  it('some reasons hold a line break', () => {
    expect(lost.filter((one) => one.reason.includes('\r\n')).length).toBeGreaterThan(0)
  })
})

describe('the other faults', () => {
  it('74 of 166 open deals are old, the others at most 54 days', () => {
    const ages = open.map((one) => daysBetween(one.created, asOf))
    expect({ open: open.length, olderThan: 124, stalled: ages.filter((age) => age > 124).length }).toEqual(
      facts('stalled-deals'),
    )
    expect(ages.filter((age) => age > 54 && age <= 124)).toEqual([])
  })

  it('losses come back less often than they did', () => {
    expect(count.wonBack(company.deals)).toEqual(facts('lost-not-revisited'))
  })

  it('few debriefs, many of them on the day, long, or by the owner', () => {
    expect(count.debriefs(company)).toEqual(facts('missing-debriefs'))
  })

  it('incentives are paid before the confirmation', () => {
    expect(count.incentives(company.invoices)).toEqual(facts('paid-before-confirmed'))
  })

  it('a quarter of the revenue left and renewals pay nothing', () => {
    expect({ perCurrency: count.retention(company.customers, ['USD']) }).toEqual(
      facts('acquisition-over-retention'),
    )
  })

  it('touchpoints score well, the journey does not', () => {
    expect(count.journey(company)).toEqual(facts('journey-gap'))
  })

  it('each touchpoint answer comes before an answer about the journey in its quarter', () => {
    const later = company.touchpoints.filter((touch) =>
      company.journey.some(
        (one) =>
          one.account === touch.account && quarter(one.day) === quarter(touch.day) && one.day > touch.day,
      ),
    )
    // One journey answer of an early quarter lost its score.
    expect(later.length).toBeGreaterThanOrEqual(company.touchpoints.length - 1)
    expect(
      company.touchpoints.filter((one) => quarter(one.day) === '2026-Q3' && !later.includes(one)),
    ).toEqual([])
  })

  it('the products sold changed', () => {
    expect(count.mix(company.deals)).toEqual(facts('product-mix-drift'))
  })

  it('proposals come before discovery and win less', () => {
    expect(count.proposals(company, 'Discovery', 'Proposal/Price Quote')).toEqual(facts('premature-proposal'))
  })

  it('papers are missing', () => {
    const withMissingFields = company.customers.filter((one) => one.lacks).length
    expect({ customers: company.customers.length, withMissingFields }).toEqual(facts('incomplete-onboarding'))
  })

  it('nobody calls after the sale', () => {
    expect(count.followUps(company)).toEqual(facts('missing-follow-up'))
  })
})
