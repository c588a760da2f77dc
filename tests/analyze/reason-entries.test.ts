// `reasons`, its short form `aliases`, and `categories` of salescheck.json.
import { describe, expect, it } from 'vitest'
import { parseConfig, type Config } from '../../src/analyze/config.ts'
import { resolveSettings } from '../../src/analyze/settings.ts'
import { detectors } from '../../src/detectors/index.ts'
import { SalescheckError } from '../../src/errors.ts'

const parse = (json: unknown): Promise<Config> =>
  parseConfig(JSON.stringify(json), 'salescheck.json', detectors)

async function refusal(json: unknown): Promise<[message: string, hint: string | undefined]> {
  try {
    await parse(json)
  } catch (error) {
    if (error instanceof SalescheckError && error.code === 'config') return [error.message, error.hint]
    throw error
  }
  throw new Error('nothing was refused')
}

describe('lost reasons in salescheck.json', () => {
  it('say wordings, category and validation in one place, and the short form says wordings', async () => {
    const config = await parse({
      reasons: {
        'Price too high': {
          aliases: ['too expensive'],
          category: 'price',
          validated: { Core: '2026-08 debrief with 12 customers', Pay: false },
        },
        'Champion left': { validated: true },
      },
      aliases: { Timing: ['later'] },
      categories: { competitor: ['Globex'] },
    })
    expect([...config.aliases]).toEqual([
      ['Timing', ['later']],
      ['Price too high', ['too expensive']],
      ['Champion left', []],
    ])
    expect(config.reasons.get('Price too high')).toEqual({
      category: 'price',
      validated: new Map<string, unknown>([
        ['Core', '2026-08 debrief with 12 customers'],
        ['Pay', false],
      ]),
    })
    expect(config.reasons.get('Champion left')).toEqual({ category: null, validated: true })
    expect(config.reasons.has('Timing')).toBe(false)
    expect(config.categories.get('competitor')).toEqual(['Globex'])
    const { words } = resolveSettings({ all: detectors, config, flags: new Map(), env: {}, only: null })
    expect(words).toEqual({
      aliases: config.aliases,
      reasons: config.reasons,
      categories: config.categories,
    })
  })

  it.each([
    [
      'a category that there is not',
      { reasons: { Price: { category: 'prise' } } },
      'salescheck.json: reasons.Price.category: "prise" is not one of the words allowed here',
      'Did you mean "price"?',
    ],
    [
      'a category that resembles none',
      { reasons: { Price: { category: 'marketing' } } },
      'salescheck.json: reasons.Price.category: "marketing" is not one of the words allowed here',
      'Allowed: product gap, price, competitor, no decision, timing, fit, process, administrative.',
    ],
    [
      'words for a category that there is not',
      { categories: { competitors: ['Globex'] } },
      'salescheck.json: categories: unknown key "competitors"',
      'Did you mean "competitor"?',
    ],
    [
      'a misspelt key',
      { reasons: { Price: { validatd: true } } },
      'salescheck.json: reasons.Price: unknown key "validatd"',
      'Did you mean "validated"?',
    ],
    [
      'a misspelt section',
      { reason: {} },
      'salescheck.json: unknown key "reason"',
      'Did you mean "reasons"?',
    ],
    [
      'a reason in both forms',
      { reasons: { Price: {} }, aliases: { 'price!': ['dear'] } },
      'salescheck.json: "Price" stands in aliases ("price!") and reasons ("Price")',
      'Say all of it in one place: { "reasons": { "Price": { "aliases": […], "category": … } } }.',
    ],
    [
      'a reason told twice',
      { reasons: { Price: { category: 'price' }, ' PRICE': { category: 'fit' } } },
      'salescheck.json: " PRICE" stands in reasons twice',
      'Say all of it in one place: { "reasons": { " PRICE": { "aliases": […], "category": … } } }.',
    ],
    [
      'a validation that is a number',
      { reasons: { Price: { validated: 5 } } },
      'salescheck.json: reasons.Price.validated: must be true, false, a text that says how it was confirmed, or these by product',
      undefined,
    ],
    [
      'a validation of a product that is a number',
      { reasons: { Price: { validated: { Core: 5 } } } },
      'salescheck.json: reasons.Price.validated.Core: must be true, false or a text that says how it was confirmed',
      undefined,
    ],
    [
      'options of a question that are none',
      { detectors: { 'lost-reasons': true } },
      'salescheck.json: detectors.lost-reasons: must be false or an object of options',
      undefined,
    ],
  ])('refuse %s', async (_name, json, message, hint) => {
    expect(await refusal(json)).toEqual([message, hint])
  })
})
