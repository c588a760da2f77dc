// The planted-truth scenarios of lost reasons, through a real engine, scored as their README says.
import { describe, expect, it } from 'vitest'
import { lostReasons } from '../../../src/detectors/lost-reasons/index.ts'
import { normaliseText } from '../../../src/stats/index.ts'
import { readExpected, readScenario, runOn } from '../scenario.ts'

const ids = ['S02', 'S03', 'S10', 'S14', 'S21', 'S26', 'S32', 'S33']

interface Share {
  readonly label: string
  readonly count: number
  readonly share: number
  readonly lower: number
  readonly upper: number
  readonly valueShare: number
}

describe('every planted scenario comes out as planted', () => {
  it.each(ids)('%s', async (id) => {
    const { config, expected } = readExpected(id)
    const truth = expected['C'] ?? {}
    const outcome = await runOn(lostReasons, readScenario(id), {
      options: config['splitDate'] === undefined ? {} : { splitDate: String(config['splitDate']) },
    })
    expect(outcome.reason).toBeNull()
    const { summary } = outcome
    for (const name of ['lostDeals', 'lowCoverage', 'topCount', 'topConfident'])
      expect([name, summary[name]]).toEqual([name, truth[name]])
    for (const name of ['coverage', 'topP'])
      expect(Number(summary[name]) / Number(truth[name])).toBeCloseTo(1, 9)
    for (const name of ['topReason', 'topByValue'])
      expect(normaliseText(String(summary[name]))).toBe(normaliseText(String(truth[name])))
    for (const name of ['changed', 'lifted'].filter((one) => truth[one] !== undefined))
      expect([name, summary[name]]).toEqual([name, truth[name]])
  })
})

describe('every share, interval and change of the scenarios agrees with the reference', () => {
  it.each(ids)('%s', async (id) => {
    const { config, expected } = readExpected(id)
    const shares = (expected['C']?.['shares'] ?? []) as readonly Share[]
    const changes = (expected['C']?.['changes'] ?? []) as readonly {
      label: string
      before: number
      after: number
      adjP: number
    }[]
    const { tables } = await runOn(lostReasons, readScenario(id), {
      options: config['splitDate'] === undefined ? {} : { splitDate: String(config['splitDate']) },
    })
    const column = (table: string, name: string): unknown[] => {
      const found = tables.find((one) => one.id === table)
      const index = found?.columns.findIndex((one) => one.id === name) ?? -1
      return found?.rows.map((row) => row[index]) ?? []
    }
    expect(column('ranking', 'reason')).toEqual(shares.map(({ label }) => label))
    expect(column('ranking', 'deals')).toEqual(shares.map(({ count }) => count))
    for (const name of ['share', 'lower', 'upper'] as const)
      for (const [index, value] of column('ranking', name).entries())
        expect(value).toBeCloseTo(shares[index]?.[name] ?? Number.NaN, 12)
    const ofAll = new Map(
      column('value', 'reason').map((label, index) => [label, column('value', 'shareOfAll')[index]]),
    )
    for (const { label, valueShare } of shares) expect(ofAll.get(label) ?? 0).toBeCloseTo(valueShare, 10)
    if (changes.length === 0) return
    expect(column('change', 'reason')).toEqual(changes.map(({ label }) => label))
    expect(column('change', 'before')).toEqual(changes.map(({ before }) => before))
    expect(column('change', 'after')).toEqual(changes.map(({ after }) => after))
    for (const [index, value] of column('change', 'adjustedP').entries())
      expect(value).toBeCloseTo(changes[index]?.adjP ?? Number.NaN, 9)
  })
})
