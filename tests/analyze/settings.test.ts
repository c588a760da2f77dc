import { describe, expect, it } from 'vitest'
import { emptyConfig, parseConfig } from '../../src/analyze/config.ts'
import { resolveSettings, type SettingInputs } from '../../src/analyze/settings.ts'
import { defineDetector, type Detector } from '../../src/detectors/detector.ts'
import { SalescheckError } from '../../src/errors.ts'

const toy: Detector = defineDetector({
  id: 'funnel-outpaces-conversion',
  question: 'Is it?',
  explanation: 'Because.',
  advice: 'Do.',
  needs: { required: [{ deals: ['status'] }] },
  options: {
    horizonDays: { type: 'integer', default: 10, min: 1, max: 1000, unit: 'days', help: 'Horizon.' },
    mode: { type: 'choice', default: 'company', choices: ['company', 'threshold'], help: 'Mode.' },
    words: { type: 'list', default: [], help: 'Words.' },
    strict: { type: 'flag', default: false, help: 'Strict.' },
    splitDate: { type: 'date', default: null, help: 'Split.' },
  },
  rows: {},
  messages: {},
  queries: () => ({}),
  decide: () => ({ outcome: 'ok', headline: '', summary: {}, findings: [], tables: [] }),
})

const inputs = (more: Partial<SettingInputs> = {}): SettingInputs => ({
  all: [toy],
  config: emptyConfig,
  flags: new Map(),
  env: {},
  only: null,
  ...more,
})

const optionsOf = (more: Partial<SettingInputs>): unknown => resolveSettings(inputs(more)).options.get(toy.id)

async function failure(work: () => unknown): Promise<SalescheckError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('settings', () => {
  it('come from the model before the default, and say so', () => {
    const settings = resolveSettings(inputs())
    expect(settings.options.get(toy.id)).toMatchObject({ horizonDays: 90, mode: 'company' })
    expect(settings.list).toContainEqual({
      key: `${toy.id}.horizonDays`,
      value: 90,
      from: 'model subscription',
    })
    expect(settings.list).toContainEqual({ key: `${toy.id}.mode`, value: 'company', from: 'default' })
  })

  it('prefer flag, then environment, then file, then model', async () => {
    const config = await parseConfig(
      `{ "model": "project", "detectors": { "${toy.id}": { "horizonDays": 30 } } }`,
      'salescheck.json',
      [toy],
    )
    expect(optionsOf({ config })).toMatchObject({ horizonDays: 30 })
    const env = { SALESCHECK_FUNNEL_OUTPACES_CONVERSION_HORIZON_DAYS: '40' }
    expect(optionsOf({ config, env })).toMatchObject({ horizonDays: 40 })
    const flags = new Map([[`${toy.id}.horizonDays`, '50']])
    expect(optionsOf({ config, env, flags })).toMatchObject({ horizonDays: 50 })
    expect(resolveSettings(inputs({ config, env, flags })).list).toContainEqual({
      key: `${toy.id}.horizonDays`,
      value: 50,
      from: 'flag --funnel-outpaces-conversion.horizon-days',
    })
    expect(resolveSettings(inputs({ config })).general.model).toBe('project')
  })

  it('are read by type', () => {
    const flags = new Map<string, unknown>([
      [`${toy.id}.words`, ['a,b', 'c']],
      [`${toy.id}.strict`, 'yes'],
      [`${toy.id}.splitDate`, '2026-01-31'],
    ])
    expect(optionsOf({ flags })).toMatchObject({
      words: ['a', 'b', 'c'],
      strict: true,
      splitDate: '2026-01-31',
    })
  })

  it.each([
    ['horizonDays', '0', /0 is outside 1 to 1000 days/],
    ['horizonDays', '1.5', /not a whole number/],
    ['horizonDays', '', /not a number/],
    ['mode', 'compny', /not one of company, threshold/],
    ['splitDate', '2026-02-30', /not a calendar date/],
    ['strict', 'maybe', /neither true nor false/],
  ])('refuse %s %s and say what is right', async (key, value, message) => {
    const error = await failure(() =>
      resolveSettings(inputs({ flags: new Map([[`${toy.id}.${key}`, value]]) })),
    )
    expect(error.code).toBe('usage')
    expect(error.message).toMatch(message)
  })

  it('suggest the word that was meant', async () => {
    expect(
      (await failure(() => resolveSettings(inputs({ flags: new Map([['model', 'subscripton']]) })))).hint,
    ).toBe('Did you mean subscription?')
    expect((await failure(() => resolveSettings(inputs({ only: ['funnel-outpace-conversion'] })))).hint).toBe(
      `Did you mean ${toy.id}?`,
    )
  })

  it('refuse an upside-down range of days and a period that is none', async () => {
    const range = new Map([
      ['since', '2026-02-01'],
      ['until', '2026-01-01'],
    ])
    expect((await failure(() => resolveSettings(inputs({ flags: range })))).message).toMatch(
      /later than --until/,
    )
    expect(
      (await failure(() => resolveSettings(inputs({ flags: new Map([['period', 'last month']]) })))).message,
    ).toMatch(/not a month, quarter or year/)
  })

  it('leave out detectors that are switched off, unless asked for by name', async () => {
    const config = await parseConfig(`{ "detectors": { "${toy.id}": false } }`, 'salescheck.json', [toy])
    expect(resolveSettings(inputs({ config })).detectors).toEqual([])
    expect(resolveSettings(inputs({ config, only: [toy.id] })).detectors).toEqual([toy])
  })
})

describe('salescheck.json', () => {
  const wrong = (text: string): Promise<SalescheckError> =>
    failure(() => parseConfig(text, 'salescheck.json', [toy]))

  it.each([
    ['{ "modell": "project" }', /unknown key "modell"/, 'Did you mean "model"?'],
    [
      '{ "files": { "a.csv": { "colums": {} } } }',
      /files\.a\.csv: unknown key "colums"/,
      'Did you mean "columns"?',
    ],
    [
      '{ "files": { "a.csv": { "scoreOfset": 1 } } }',
      /files\.a\.csv: unknown key "scoreOfset"/,
      'Did you mean "scoreOffset"?',
    ],
    [
      `{ "detectors": { "funnel-outpaces-conversion": { "horizonDay": 3 } } }`,
      /unknown key "horizonDay"/,
      'Did you mean "horizonDays"?',
    ],
    [
      '{ "detectors": { "lost-reason": {} } }',
      /unknown key "lost-reason"/,
      `Known keys: funnel-outpaces-conversion.`,
    ],
  ])('refuses %s with a suggestion', async (text, message, hint) => {
    const error = await wrong(text)
    expect(error.code).toBe('config')
    expect(error.message).toMatch(message)
    expect(error.hint).toBe(hint)
  })

  it.each([
    ['{', /not valid JSON/],
    ['{ "files": { "a.csv": { "table": "deal" } } }', /files\.a\.csv\.table/],
    ['{ "detectors": { "funnel-outpaces-conversion": { "horizonDays": 0 } } }', /horizonDays/],
    [
      '{ "files": { "a.csv": { "currency": "Euro" } } }',
      /^salescheck\.json: files\.a\.csv\.currency: must be an ISO 4217 code: three capital letters/,
    ],
    ['{ "files": { "a.csv": { "currency": "eur" } } }', /three capital letters, such as EUR$/],
  ])('refuses %s and says where', async (text, message) => {
    expect((await wrong(text)).message).toMatch(message)
  })

  it('keeps what it was given, a byte order mark or not', async () => {
    const config = await parseConfig(
      '\uFEFF{ "aliases": { "Price": ["too expensive"] }, "files": { "a.csv": { "currency": "EUR" } } }',
      'x.json',
      [toy],
    )
    expect(config.aliases.get('Price')).toEqual(['too expensive'])
    expect(config.files.get('a.csv')).toEqual({ currency: 'EUR' })
    expect(config.path).toBe('x.json')
  })
})
