// What the detectors of a limit on a share count in the fixture companies, against the counts that the program which made them wrote down.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyConfig } from '../../src/analyze/config.ts'
import { analyze } from '../../src/analyze/run.ts'
import { resolveSettings } from '../../src/analyze/settings.ts'
import { detectors } from '../../src/detectors/index.ts'

interface Won {
  readonly deals: number
  readonly won: number
}
type Facts = Readonly<Record<string, number>>

const root = join(import.meta.dirname, '../..')
const only = ['missing-debriefs', 'missing-follow-up', 'incomplete-onboarding', 'premature-proposal']
const settings = resolveSettings({ all: detectors, config: emptyConfig, flags: new Map(), env: {}, only })

describe.each(['harborline', 'meadowlark'])('%s', (company) => {
  const planted = JSON.parse(
    readFileSync(join(root, 'fixtures/companies', company, 'expected.json'), 'utf8'),
  ) as { detectors: Record<string, { facts: unknown }> }
  const facts = (id: string): Facts => planted.detectors[id]?.facts as Facts
  const proposals = (part: string) =>
    (planted.detectors['premature-proposal']?.facts as Record<string, Won> | undefined)?.[part] ?? {
      deals: 0,
      won: 0,
    }
  const summaries = new Map<string, Readonly<Record<string, unknown>>>()

  beforeAll(async () => {
    const { report } = await analyze([join(root, 'fixtures/companies', company)], settings, {})
    for (const { detector, summary } of report.outcomes) summaries.set(detector, summary)
  })

  it('losses and debriefs', () => {
    const { longerThan30Minutes, ...same } = facts('missing-debriefs')
    expect(summaries.get('missing-debriefs')).toMatchObject({ ...same, tooLong: longerThan30Minutes })
  })

  it('sales and contacts: a credit note is no sale', () => {
    const { wonDeals = 0, contactedWithin30Days = 0, neverContacted } = facts('missing-follow-up')
    // The one credit note of Meadowlark belongs to a customer who was called within the month.
    const credits = company === 'meadowlark' ? 1 : 0
    expect(summaries.get('missing-follow-up')).toMatchObject({
      wonDeals: wonDeals - credits,
      contactedInTime: contactedWithin30Days - credits,
      neverContacted,
    })
  })

  it('customers and papers', () => {
    expect(summaries.get('incomplete-onboarding')).toMatchObject(facts('incomplete-onboarding'))
  })

  it('proposals before and after discovery: deals that were deleted are none', () => {
    const early = proposals('beforeDiscovery')
    const inTime = proposals('afterDiscovery')
    const deleted = company === 'meadowlark' ? 2 : 0
    expect(summaries.get('premature-proposal')).toMatchObject({
      premature: early.deals,
      prematureWon: early.won,
      others: inTime.deals - deleted,
      othersWon: inTime.won,
    })
  })
})
