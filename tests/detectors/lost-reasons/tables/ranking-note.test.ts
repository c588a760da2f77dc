// What is said under the ranking, and the two columns that come from salescheck.json.
import { describe, expect, it } from 'vitest'
import { decide } from '../../../../src/detectors/lost-reasons/decide.ts'
import type { TaughtReason } from '../../../../src/detectors/reason-words.ts'
import type { Table } from '../../../../src/report/index.ts'
import { input, inSegment, said, type Given } from '../losses.ts'

const tableOf = (given: Given): Table | undefined => decide(input(given)).tables[0]
const noteOf = (given: Given): string[] => tableOf(given)?.note?.split('\n') ?? []
const lineOf = (given: Given, start: string): string | undefined =>
  noteOf(given).find((line) => line.startsWith(start))
const cells = (given: Given, id: string): unknown[] => {
  const table = tableOf(given)
  const index = table?.columns.findIndex((one) => one.id === id) ?? -1
  return index === -1 ? [] : (table?.rows.map((row) => row[index]) ?? [])
}

const taught = (entries: Record<string, Partial<TaughtReason>>): Pick<Given, 'aliases' | 'words'> => ({
  aliases: new Map(Object.keys(entries).map((label) => [label, []])),
  words: {
    reasons: new Map(
      Object.entries(entries).map(([label, more]) => [label, { category: null, validated: null, ...more }]),
    ),
  },
})

describe('under the ranking stands', () => {
  it('the coverage, with what is blank, what says nothing and what is no loss', () => {
    const reasons = [said('Price', 60), said(null, 20), said('n/a', 5), said('Duplicate', 3)]
    expect(lineOf({ reasons }, 'Coverage')).toBe(
      'Coverage: 60 of 85 lost deals carry a reason (71 %), 20 are blank and 5 say nothing. 3 more only say duplicate, test or wrong data: no losses, not counted.',
    )
    expect(lineOf({ reasons: [said('Price', 60), said(null, 60)] }, 'Coverage')).toBe(
      'Coverage: 60 of 120 lost deals carry a reason (50 %), 60 are blank and 0 say nothing; too few for ranks: these are places in a list.',
    )
    // Said once: not in the notes of the answer too.
    expect(decide(input({ reasons })).notes).toEqual([])
    expect(decide(input({ reasons: [said(null, 20)] })).notes?.[0]).toBe(
      '20 of 20 lost deals carry no reason: 20 blank, 0 with words that say nothing.',
    )
  })

  it('what was merged, and how', () => {
    expect(lineOf({ reasons: [said('Price', 60), said('Timing', 9)] }, 'Merged')).toBe(
      'Merged: nothing, each of the 2 reasons is worded in one way.',
    )
    const reasons = [
      said('Price too high', 60),
      said('PRICE TOO HIGH', 9),
      said('Prise too high', 2),
      said('too expensive', 5),
      said('Timing', 20),
    ]
    expect(lineOf({ reasons, aliases: new Map([['Price too high', ['Too expensive']]]) }, 'Merged')).toBe(
      'Merged: 5 wordings count as 2 reasons, 1 by the alias map, 1 as other spellings and 1 as nearly the same ("Prise too high" into Price too high).',
    )
  })

  it('which reasons have no category, and between which those are torn that fit several', () => {
    const reasons = [
      said('Champion left', 30),
      said('Price', 20),
      said('Cheaper competitor', 10),
      said(`We were told ${'that '.repeat(20)}`, 1),
    ]
    expect(cells({ reasons }, 'category')).toEqual(['unknown', 'price', 'unknown', 'unknown'])
    expect(lineOf({ reasons }, 'Category')).toBe(
      'Category unknown for 3 of 4 reasons: Champion left, Cheaper competitor (price or competitor) and We were told that that that that that t…. Say it under "reasons" in salescheck.json.',
    )
    const known = taught({
      'Champion left': { category: 'process' },
      'cheaper competitor': { category: 'price' },
    })
    expect(cells({ reasons, ...known }, 'category')).toEqual(['process', 'price', 'price', 'unknown'])
    expect(lineOf({ reasons: [said('Price', 30)] }, 'Category')).toBeUndefined()
  })

  it('at most eight names', () => {
    const names = Array.from({ length: 11 }, (_, index) => String.fromCodePoint(97 + index).repeat(8))
    const reasons = names.map((name, index) => said(name, 40 - index))
    expect(lineOf({ reasons }, 'Category')).toMatch(
      /^Category unknown for 11 of 11 reasons: (?:[a-z]{8}(?:, | and )){8}3 more\. Say/,
    )
  })

  it('that reasons which look administrative are ranked all the same', () => {
    const reasons = [said('Price', 30), said('Reassigned to partner', 4)]
    expect(cells({ reasons }, 'category')).toEqual(['price', 'administrative'])
    expect(lineOf({ reasons }, 'Perhaps')).toBe(
      'Perhaps no losses: Reassigned to partner. Give them the category administrative in salescheck.json, and they are not ranked.',
    )
    const known: Given = { reasons, ...taught({ 'reassigned to Partner': { category: 'administrative' } }) }
    expect(cells(known, 'reason')).toEqual(['Price'])
    expect(lineOf(known, 'Coverage')).toBe(
      'Coverage: 30 of 30 lost deals carry a reason (100 %), 0 are blank and 0 say nothing. 4 more only say duplicate, test or wrong data: no losses, not counted.',
    )
    expect(lineOf(known, 'Perhaps')).toBeUndefined()
  })

  it('how many reasons customers confirmed', () => {
    const reasons = [said('Price', 30), said('Timing', 20), said('Fit', 10)]
    expect(lineOf({ reasons }, 'Validated')).toBe(
      'Validated: none of 3 reasons. What a rep or a customer states is a hypothesis until a debrief confirms it.',
    )
    const known = taught({
      Price: { validated: '2026-08 debrief with 12 customers' },
      Timing: { validated: false },
    })
    expect(cells({ reasons, ...known }, 'validated')).toEqual([
      'yes (2026-08 debrief with 12 customers)',
      'not confirmed',
      'not yet',
    ])
    expect(lineOf({ reasons, ...known }, 'Validated')).toMatch(/^Validated: 1 of 3 reasons\. /)
  })

  it('which products of salescheck.json no loss has', () => {
    const given: Given = {
      columns: ['closed_on', 'product'],
      reasons: [said('Price', 30)],
      segments: [inSegment('product', 'core', 'Price', 30, { label: 'Core' })],
      ...taught({
        Price: {
          validated: new Map([
            ['core', true],
            ['Cor', true],
          ]),
        },
      }),
    }
    expect(lineOf(given, 'Validated')).toContain(' No loss has the product Cor of salescheck.json.')
    expect(cells(given, 'validated')).toEqual(['core: yes; Cor: yes'])
  })
})

describe('the change in the ranking', () => {
  it('is absent where it was not judged, and that is said', () => {
    const reasons = [said('Price', 60)]
    expect(cells({ reasons }, 'change')).toEqual([])
    expect(lineOf({ reasons }, 'Share')).toBe(
      'Share: lost deals naming the reason / 60 lost deals with a reason, with its 95 % interval. Change: not judged, no loss with a reason falls into the period 2025-Q3.',
    )
  })

  it('stands in brackets where it is no clear one', () => {
    const reasons = [
      said('Price', 55, [15, 40]),
      said('Timing', 145, [85, 60]),
      said('Fit', 3, [1, 1]),
      said('Old', 2),
    ]
    // 15 of 101 and 40 of 101; 85 and 60; 1 and 1.
    expect(cells({ reasons }, 'change')).toEqual(['-25', '+25', '(0.0)', null])
  })
})

describe('a reason longer than its column', () => {
  it('keeps what was said of it', () => {
    const long = `The board ${'really '.repeat(30)}wants it`
    const given: Given = {
      reasons: [said(long.toUpperCase(), 30)],
      ...taught({ [long]: { category: 'fit', validated: true } }),
    }
    expect(cells(given, 'category')).toEqual(['fit'])
    expect(cells(given, 'validated')).toEqual(['yes'])
  })
})
