// What salescheck.json says per business model and per team, and what findings count for.
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/analyze/config.ts'
import { resolveSettings, type Settings } from '../../src/analyze/settings.ts'
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
    gap: { type: 'integer', default: 5, min: 1, max: 100, help: 'Gap.' },
  },
  rows: {},
  messages: {},
  queries: () => ({}),
  decide: () => ({ outcome: 'ok', headline: '', summary: {}, findings: [], tables: [] }),
})
const id = toy.id

const file = JSON.stringify({
  models: {
    project: { [id]: { horizonDays: 200, gap: 20 } },
    subscription: { [id]: { gap: 30 } },
  },
  detectors: { [id]: { gap: 40, severity: 'watch' } },
  teams: {
    Enterprise: { detectors: { [id]: { gap: 50, severity: 'none' } } },
    'Mid  Market': { detectors: { [id]: false } },
  },
})

async function settings(text: string, flags: Record<string, string>, env = {}): Promise<Settings> {
  const config = await parseConfig(text, 'salescheck.json', [toy])
  return resolveSettings({ all: [toy], config, flags: new Map(Object.entries(flags)), env, only: null })
}

const named = ({ list }: Settings, key: string): unknown => {
  const found = list.find((one) => one.key === `${id}.${key}`)
  return found === undefined ? undefined : [found.value, found.from]
}

async function refusal(text: string): Promise<SalescheckError> {
  try {
    await parseConfig(text, 'salescheck.json', [toy])
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('options per business model', () => {
  it('hold when the model is chosen, between the file and the built-in model', async () => {
    const project = await settings(file, { model: 'project' })
    expect(named(project, 'horizonDays')).toEqual([200, 'salescheck.json, model project'])
    expect(named(project, 'gap')).toEqual([40, 'salescheck.json'])
    const subscription = await settings(file, {})
    expect(named(subscription, 'horizonDays')).toEqual([90, 'model subscription'])
    const alone = JSON.stringify({ models: { subscription: { [id]: { gap: 30 } } } })
    expect(named(await settings(alone, {}), 'gap')).toEqual([30, 'salescheck.json, model subscription'])
    expect(named(await settings(alone, { model: 'project' }), 'gap')).toEqual([5, 'default'])
  })

  it('may be chosen by the file itself', async () => {
    const text = JSON.stringify({ model: 'project', models: { project: { [id]: { gap: 20 } } } })
    expect(named(await settings(text, {}), 'gap')).toEqual([20, 'salescheck.json, model project'])
  })
})

describe('options per team', () => {
  it('hold with --team, before the rest of the file and behind flags and environment', async () => {
    expect(named(await settings(file, { team: 'Enterprise' }), 'gap')).toEqual([
      50,
      'salescheck.json, team Enterprise',
    ])
    expect(named(await settings(file, { team: 'Enterprise', [`${id}.gap`]: '60' }), 'gap')).toEqual([
      60,
      `flag --${id}.gap`,
    ])
    const env = { SALESCHECK_FUNNEL_OUTPACES_CONVERSION_GAP: '70' }
    expect(named(await settings(file, { team: 'Enterprise' }, env), 'gap')).toEqual([
      70,
      'environment SALESCHECK_FUNNEL_OUTPACES_CONVERSION_GAP',
    ])
    expect(named(await settings(file, { team: 'Other' }), 'gap')).toEqual([40, 'salescheck.json'])
  })

  it('are found whatever the case and the white space of the name', async () => {
    expect(named(await settings(file, { team: ' ENTERPRISE ' }), 'gap')).toEqual([
      50,
      'salescheck.json, team Enterprise',
    ])
  })

  it('can switch a detector off, and on again', async () => {
    expect((await settings(file, { team: 'mid market' })).detectors).toEqual([])
    const text = JSON.stringify({ detectors: { [id]: false }, teams: { A: { detectors: { [id]: {} } } } })
    expect((await settings(text, {})).detectors).toEqual([])
    expect((await settings(text, { team: 'A' })).detectors).toEqual([toy])
  })
})

describe('severity', () => {
  it('is a setting of every detector and no option of its own', async () => {
    const set = await settings(file, {})
    expect(named(set, 'severity')).toEqual(['watch', 'salescheck.json'])
    expect(set.options.get(id)).toEqual({ horizonDays: 90, gap: 40 })
    expect(named(await settings('{}', {}), 'severity')).toEqual(['problem', 'default'])
    expect(named(await settings(file, { team: 'Enterprise' }), 'severity')).toEqual([
      'none',
      'salescheck.json, team Enterprise',
    ])
    expect(named(await settings('{}', { [`${id}.severity`]: 'none' }), 'severity')).toEqual([
      'none',
      `flag --${id}.severity`,
    ])
  })
})

describe('salescheck.json', () => {
  it.each([
    ['{ "models": { "projects": {} } }', /models: unknown key "projects"/, 'Did you mean "project"?'],
    [
      '{ "models": { "project": { "funnel-outpaces": {} } } }',
      /models\.project: unknown key "funnel-outpaces"/,
      `Known keys: ${id}.`,
    ],
    [
      `{ "models": { "project": { "${id}": { "gapp": 1 } } } }`,
      /models\.project\.funnel-outpaces-conversion: unknown key "gapp"/,
      'Did you mean "gap"?',
    ],
    [
      '{ "teams": { "A": { "detector": {} } } }',
      /teams\.A: unknown key "detector"/,
      'Did you mean "detectors"?',
    ],
    [
      `{ "teams": { "A": { "detectors": { "${id}": { "serverity": "watch" } } } } }`,
      /teams\.A\.detectors\.funnel-outpaces-conversion: unknown key "serverity"/,
      'Did you mean "severity"?',
    ],
  ])('refuses %s', async (text, message, hint) => {
    const error = await refusal(text)
    expect(error.code).toBe('config')
    expect(error.message).toMatch(message)
    expect(error.hint).toBe(hint)
  })

  it('refuses values out of range, also for a model that is not chosen', async () => {
    const text = `{ "models": { "project": { "${id}": { "gap": 1000 } } } }`
    expect((await refusal(text)).message).toMatch(/models\.project\.funnel-outpaces-conversion\.gap/)
    expect((await refusal(`{ "detectors": { "${id}": { "severity": "low" } } }`)).message).toMatch(/severity/)
  })
})
