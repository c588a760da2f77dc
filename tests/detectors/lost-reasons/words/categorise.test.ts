// Categories of reasons: what the words say, and what they leave open.
import { describe, expect, it } from 'vitest'
import { categoriser, type Categorised } from '../../../../src/detectors/lost-reasons/words/categorise.ts'
import { categoryWords } from '../../../../src/detectors/lost-reasons/words/category-words.ts'
import type { Words } from '../../../../src/detectors/detector.ts'

const none: Words = { aliases: new Map() }
const of = (reason: string, wordings: readonly string[] = [], words = none): Categorised =>
  categoriser(words)(reason, wordings)

describe('a reason is put into a category', () => {
  // Reasons as they stand in exports of common tools, with the category a product manager gives them.
  it.each([
    ['Price too high', 'price'],
    ['TOO EXPENSIVE!', 'price'],
    ['No-budget', 'price'],
    ['Lost Funding', 'price'],
    ['Went with competitor', 'competitor'],
    ['Chose another vendor', 'competitor'],
    ['Competition', 'competitor'],
    ['No decision', 'no decision'],
    ['No Decision / Non-Responsive', 'no decision'],
    ['Customer went dark', 'no decision'],
    ['Stopped responding', 'no decision'],
    ['No longer interested', 'no decision'],
    ['Bad timing', 'timing'],
    ['Postponed to next year', 'timing'],
    ['Not a priority', 'timing'],
    ['Missing feature', 'product gap'],
    ['Feature gap: SSO', 'product gap'],
    ['No accounting integration', 'product gap'],
    ['Lacks  API', 'product gap'],
    ['Not a good fit', 'fit'],
    ['Company too small', 'fit'],
    ['Unqualified', 'fit'],
    ['Legal / procurement', 'process'],
    ['No decision maker', 'process'],
    ['Failed security review', 'process'],
    ['Duplicate of D-4711', 'administrative'],
    ['Entered by mistake', 'administrative'],
  ])('%s: %s', (reason, category) => {
    expect(of(reason)).toEqual({ category, from: 'words', torn: [] })
  })

  it.each([
    ['Lost to a cheaper competitor', ['price', 'competitor']],
    ['Budget moved to next year', ['price', 'timing']],
    ['Competitor has more features', ['product gap', 'competitor']],
    ['Duplicate of a feature we lack', ['product gap', 'administrative']],
  ])('not when its words fit several: %s', (reason, torn) => {
    expect(of(reason)).toEqual({ category: null, from: 'nothing', torn })
  })

  it.each(['Champion left', 'Owner sold the company', 'Priceless', 'Preis zu hoch', '', '!!!', '__proto__'])(
    'not when they fit none: %j',
    (reason) => {
      expect(of(reason)).toEqual({ category: null, from: 'nothing', torn: [] })
    },
  )

  it('by its other wordings only where the name says nothing and they agree', () => {
    expect(of('Commercial', ['too expensive', 'budget']).category).toBe('price')
    expect(of('Commercial', ['too expensive', 'bad timing'])).toEqual({
      category: null,
      from: 'nothing',
      torn: ['price', 'timing'],
    })
    expect(of('Price', ['bad timing']).category).toBe('price')
  })

  it("by the user's own words before the built-in ones", () => {
    const words: Words = {
      aliases: new Map(),
      categories: new Map([
        ['competitor', ['Globex', 'Initech Corp.']],
        ['process', ['champion left']],
        ['fit', ['preis']],
      ]),
    }
    expect(of('Globex was cheaper', [], words).category).toBe('competitor')
    expect(of('lost to INITECH corp', [], words).category).toBe('competitor')
    expect(of('Champion left', [], words).category).toBe('process')
    expect(of('Préis', [], words).category).toBe('fit')
    expect(of('Globex: champion left', [], words).torn).toEqual(['competitor', 'process'])
    expect(of('Too expensive', [], words).category).toBe('price')
  })

  it('as salescheck.json says, before any words', () => {
    const words: Words = {
      aliases: new Map(),
      reasons: new Map([['Price', { category: 'fit', validated: null }]]),
    }
    expect(of('Price', [], words)).toEqual({ category: 'fit', from: 'file', torn: [] })
    expect(of('price', [], words).category).toBe('price')
  })

  it('by lists in which no phrase stands twice', () => {
    const all = Object.values(categoryWords).flat()
    expect(new Set(all).size).toBe(all.length)
    for (const phrase of all) expect(phrase).toMatch(/^[a-z]+(?: [a-z]+)*$/)
    for (const [category, phrases] of Object.entries(categoryWords))
      for (const phrase of phrases) expect([phrase, of(phrase).category]).toEqual([phrase, category])
  })
})
