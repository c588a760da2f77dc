// The decision on literal rows: what is clear, what is found, and what the answer says.
import { describe, expect, it } from 'vitest'
import { messages } from '../../../src/detectors/funnel-outpaces-conversion/messages.ts'
import { decideMonths, decideOn, funnelRows, group, groupsOf, monthStart } from './rows.ts'

type Months = [number, number][]

const months = (count: number, leads: (at: number) => number, rate: (at: number) => number): Months =>
  Array.from({ length: count }, (_, at) => [Math.round(leads(at)), Math.round(leads(at) * rate(at))])

const growing = (at: number): number => 200 * 1.04 ** at
const flat = (): number => 300
/** Chance of no direction: a fixed, irregular zigzag of up to 15 %, the same forwards and backwards. */
const noise = [0, 9, -14, 6, -3, 12, -9, 15, -12, 4, -8, 8, 8, -8, 4, -12, 15, -9, 12, -3, 6, -14, 9, 0]
const noisy = (at: number): number => 0.25 * (1 + (noise[at % noise.length] ?? 0) / 100)
const falling = (at: number): number => 0.3 * 0.96 ** at

describe('clear', () => {
  const cases: [string, Months, string][] = [
    ['leads grow and conversion keeps pace', months(18, growing, () => 0.25), 'ok'],
    ['noise without a direction', months(24, growing, noisy), 'ok'],
    ['leads grow and conversion improves', months(18, growing, (at) => 0.2 * 1.03 ** at), 'ok'],
    ['neither leads nor conversion move', months(18, flat, () => 0.25), 'ok'],
    [
      'leads shrink and conversion holds',
      months(
        18,
        (at) => 600 * 0.95 ** at,
        () => 0.25,
      ),
      'ok',
    ],
    [
      'a fall of less than a tenth, however certain',
      months(
        18,
        (at) => 60_000 * 1.04 ** at,
        (at) => 0.3 * 0.995 ** at,
      ),
      'ok',
    ],
    ['one bad month is not a trend', months(18, growing, (at) => (at === 9 ? 0.12 : 0.25)), 'ok'],
    ['five months are too few', months(5, growing, falling), 'insufficient-data'],
    [
      'nineteen conversions are too few',
      months(
        19,
        () => 40,
        () => 0.025,
      ),
      'insufficient-data',
    ],
    ['nobody converts', months(12, growing, () => 0), 'insufficient-data'],
    ['no leads', [], 'insufficient-data'],
  ]
  it.each(cases)('%s', (_name, rows, outcome) => {
    const decision = decideMonths(rows)
    expect(decision.outcome).toBe(outcome)
    expect(decision.findings).toEqual([])
    expect(decision.headline).not.toBe('')
    expect(decision.reason === undefined).toBe(outcome === 'ok')
  })
})

describe('finds', () => {
  const cases: [string, Months, 'problem' | 'watch', keyof typeof messages][] = [
    [
      'leads grow while conversion falls',
      months(18, growing, falling),
      'problem',
      'funnel-outpaces-conversion',
    ],
    ['the same over three years', months(36, growing, falling), 'problem', 'funnel-outpaces-conversion'],
    [
      'a fall that may be chance',
      months(
        12,
        (at) => 100 * 1.04 ** at,
        (at) => 0.2 * 0.975 ** at,
      ),
      'watch',
      'conversion-may-lag',
    ],
    ['conversion falls while leads stand still', months(18, flat, falling), 'watch', 'conversion-declined'],
    [
      'conversion falls while leads shrink',
      months(18, (at) => 600 * 0.97 ** at, falling),
      'watch',
      'conversion-declined',
    ],
  ]
  it.each(cases)('%s', (_name, rows, verdict, messageId) => {
    const decision = decideMonths(rows)
    expect(decision.outcome).toBe(verdict)
    expect(decision.findings.map((draft) => [draft.messageId, draft.verdict])).toEqual([[messageId, verdict]])
    expect(decision.summary['conversionDecline']).toBe(messageId === 'conversion-declined')
  })
})

describe('thresholds are options', () => {
  const fall = months(
    12,
    (at) => 100 * 1.04 ** at,
    (at) => 0.2 * 0.975 ** at,
  )
  it('a milder limit turns the weak fall into a problem', () =>
    expect(decideMonths(fall, { settings: { gapPShort: 0.2 } }).outcome).toBe('problem'))
  it('a stricter watch limit makes it ok', () =>
    expect(decideMonths(fall, { settings: { watchP: 0.01 } }).outcome).toBe('ok'))
  it('a larger gap asked for makes it ok', () =>
    expect(decideMonths(fall, { settings: { minGap: 0.5 } }).outcome).toBe('ok'))
  it('more months asked for leave it open', () =>
    expect(decideMonths(fall, { settings: { minMonths: 13 } }).outcome).toBe('insufficient-data'))
  it('more conversions asked for leave it open', () =>
    expect(decideMonths(fall, { settings: { minConversions: 5000 } }).outcome).toBe('insufficient-data'))
})

describe('the finding', () => {
  // 12 months, leads double at once and the rate halves at once: 100 leads at 40 %, then 200 at 20 %.
  const step: Months = [
    ...Array.from({ length: 6 }, (): [number, number] => [100, 40]),
    ...Array.from({ length: 6 }, (): [number, number] => [200, 40]),
  ]
  const decision = decideMonths(step)
  const [finding] = decision.findings

  it('counts both halves', () =>
    expect(finding?.data).toMatchObject({
      olderRate: '40.0 %',
      olderConversions: '240',
      olderLeads: '600',
      newerRate: '20.0 %',
      newerConversions: '240',
      newerLeads: '1,200',
      months: '12 months',
      span: '2023-01 to 2023-12',
      // 1,200 leads at 40 % would have brought 480.
      missing: '240 conversions',
    }))
  it('names its evidence months: the newest three that had all their time', () =>
    expect(finding?.data).toMatchObject({ newestFrom: '2023-10-01', newestTo: '2023-12-31' }))
  it('fills every placeholder of its message', () => {
    for (const draft of decision.findings)
      for (const [, name] of messages[draft.messageId].matchAll(/\{(\w+)\}/g))
        expect(draft.data[name ?? '']).toBeTruthy()
  })
  it('carries n and an interval around what it observed', () => {
    expect(finding?.evidence.n).toBe(1800)
    const { observed, lower, upper } = finding?.measure ?? {}
    expect(observed).toBeLessThan(-0.4)
    expect(lower).toBeLessThan(observed ?? 0)
    expect(upper).toBeGreaterThan(observed ?? 0)
    expect(upper).toBeLessThan(0)
  })
  it('has no money without won deals', () => expect(finding?.impact).toEqual([]))
})

describe('money at stake', () => {
  const rows = months(18, growing, falling)
  const groups = funnelRows(rows)
  const conversions = rows.reduce((sum, [, converted]) => sum + converted, 0)
  const won = [
    { start: monthStart(0), currency: 'EUR', deals: 600, valued: 600, amount: 600_000 },
    { start: monthStart(17), currency: 'EUR', deals: 300, valued: 300, amount: 300_000 },
    { start: monthStart(5), currency: 'USD', deals: 100, valued: 100, amount: 200_000 },
    { start: monthStart(5), currency: null, deals: 9, valued: 0, amount: 0 },
    { start: '2020-01-01', currency: 'EUR', deals: 50, valued: 50, amount: 50_000_000 },
  ]
  const impactOf = (factor: number): [number, readonly { amount: number; currency: string | null }[]] => {
    const scaled = won.map((row) => ({
      ...row,
      deals: row.deals * factor,
      valued: row.valued * factor,
      amount: row.amount * factor,
    }))
    const [finding] = decideOn({ groups, won: scaled }, 17).findings
    const missing = Number(finding?.data['missing']?.replaceAll(/\D/g, ''))
    return [missing, finding?.impact ?? []]
  }
  it('values a missing conversion at the average won deal of the same months, per currency', () => {
    // 10 x 1,000 deals with an amount: more than conversions, so 9,000,000 EUR and 2,000,000 USD are divided by 10,000.
    const [missing, impact] = impactOf(10)
    expect(conversions).toBeLessThan(10_000)
    expect(impact.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
    expect((impact[0]?.amount ?? 0) / missing / 900).toBeCloseTo(1, 2)
    expect((impact[1]?.amount ?? 0) / missing / 200).toBeCloseTo(1, 2)
  })
  it('values it at less where fewer deals are won than leads convert', () => {
    const [missing, impact] = impactOf(1)
    expect(conversions).toBeGreaterThan(1000)
    expect((impact[0]?.amount ?? 0) / missing / (900_000 / conversions)).toBeCloseTo(1, 2)
  })
  it('says how it was counted', () =>
    expect(decideOn({ groups, won }, 17).notes?.join(' ')).toContain(
      'at the average amount won per conversion in the same months',
    ))
})

const sourced = (source: string | null, at: number, leads: number, conversions: number) => ({
  start: monthStart(at),
  source,
  other: false,
  leads,
  conversions,
})

describe('sources', () => {
  // Older half: web 600 of which 60 %, fair 600 of which 20 %. Newer half: web 600 at 50 %, fair 1,800 at 20 %.
  const sources = Array.from({ length: 12 }, (_, at) => [
    sourced('web', at, 100, at < 6 ? 60 : 50),
    sourced('fair', at, at < 6 ? 100 : 300, at < 6 ? 20 : 60),
  ]).flat()
  const groups = sources.flatMap(({ start, leads, conversions }) => groupsOf(start, leads, conversions))
  const table = decideOn({ sources, groups }, 11).tables.find(({ id }) => id === 'sources')

  it('splits the change into rate and mix', () => {
    // Weights 1/2, 1/2 become 1/4, 3/4; rates .6, .2 become .5, .2. Web: rate 3/8 x -.1, mix .55 x -1/4; fair: rate 0, mix .2 x 1/4.
    expect(table?.rows.map((row) => row[0])).toEqual(['web', 'fair'])
    const numbers = table?.rows.map((row) => row.slice(1).map((cell) => Math.round(Number(cell) * 1e6) / 1e6))
    expect(numbers).toEqual([
      [600, 600, 0.6, 0.5, -3.75, -13.75],
      [600, 1800, 0.2, 0.2, 0, 5],
    ])
    expect(table?.note).toContain('the rate moved by -12.5 points')
  })
  it('names leads without a source and those of small sources', () => {
    const more = [
      ...sources,
      ...[2, 8].flatMap((at) => [sourced(null, at, 10, 1), { ...sourced(null, at, 20, 2), other: true }]),
    ]
    const named = decideOn({ sources: more, groups }, 11).tables.find(({ id }) => id === 'sources')
    expect(named?.rows.map((row) => row[0]).toSorted()).toEqual([
      '(all other sources)',
      '(no source)',
      'fair',
      'web',
    ])
  })
  it('is not shown where there is one source only', () =>
    expect(decideMonths(months(12, growing, noisy)).tables.map(({ id }) => id)).not.toContain('sources'))
})

const elasticityOf = (rows: Months) => decideMonths(rows).tables.find(({ id }) => id === 'elasticity')

describe('elasticity', () => {
  it('is 1 for a funnel that scales', () =>
    expect(
      elasticityOf(Array.from({ length: 12 }, (_, at) => [100 + 20 * at, 25 + 5 * at]))?.rows[0]?.[0],
    ).toBeCloseTo(1, 9))
  it('is 0 for conversions that do not move with leads', () =>
    expect(
      elasticityOf(Array.from({ length: 12 }, (_, at) => [100 + 20 * at, 40]))?.rows[0]?.[0],
    ).toBeCloseTo(0, 9))
  it('is not printed below 12 months', () =>
    expect(elasticityOf(Array.from({ length: 11 }, (_, at) => [100 + 20 * at, 25 + 5 * at]))).toBeUndefined())
  it('is not printed where leads hardly vary', () =>
    expect(elasticityOf(Array.from({ length: 18 }, (_, at) => [300 + at, 75]))).toBeUndefined())
})

const notesOf = (rows: Months, more = {}): string => decideMonths(rows, more).notes?.join('\n') ?? ''

describe('notes', () => {
  it('a break is described from 12 months on, as a likely one', () => {
    const broken: Months = Array.from({ length: 18 }, (_, at) => [200, at < 9 ? 60 : 30])
    expect(notesOf(broken)).toContain('most likely break in the rate is after 2023-09')
    expect(notesOf(broken.slice(4, 14))).not.toContain('break')
    expect(notesOf(months(18, growing, noisy))).not.toContain('break')
  })
  it('a short history is called short', () => {
    expect(notesOf(months(12, growing, noisy))).toContain('With 12 usable months only a very large fall')
    expect(notesOf(months(14, growing, noisy))).not.toContain('only a very large fall')
  })
  it('what was left out is counted', () => {
    const left = [
      group({ start: monthStart(3), lag: -1, leads: 4 }),
      group({ start: monthStart(3), leads: 2, late: 2 }),
      group({ start: monthStart(3), leads: 1, dateless: 1 }),
      group({ leads: 4, future: 1 }),
    ]
    const decision = decideOn({ groups: [...funnelRows(months(12, growing, noisy)), ...left] }, 11)
    const text = decision.notes?.join('\n')
    expect(text).toContain('4 leads left out: the conversion lies before the creation.')
    expect(text).toContain('2 leads counted as not converted: the conversion lies after the data end.')
    expect(text).toContain('1 lead counted as not converted: nobody recorded the day.')
    expect(text).toContain('3 leads left out: no creation date.')
    expect(text).toContain('1 lead left out: created after the data end.')
  })
  it('a lone lead of 1970 does not stretch the trend', () => {
    const groups = [...groupsOf('1970-01-01', 1, 1), ...funnelRows(months(18, growing, () => 0.25))]
    const decision = decideOn({ groups }, 17)
    expect(decision.summary).toEqual(decideMonths(months(18, growing, () => 0.25)).summary)
    expect(decision.notes?.join('\n')).toContain('1 lead left out: created years before all others.')
  })
  it('a period asked for is not judged by itself, and that is said', () => {
    const period = { grain: 'quarter', label: '2023-Q3', start: '2023-07-01', end: '2023-09-30' } as const
    expect(notesOf(months(12, growing, noisy), { input: { period } })).toContain(
      'A period is not judged by itself',
    )
  })
})

describe('a month without leads', () => {
  it('counts as a month and is not used', () => {
    const rows: Months = months(12, growing, () => 0.25)
    rows[5] = [0, 0]
    const decision = decideMonths(rows)
    expect(decision.summary['usableMonths']).toBe(11)
    const funnel = decision.tables.find(({ id }) => id === 'funnel')
    expect(funnel?.rows[5]).toEqual(['2023-06', 0, 0, 0, null, null, 'no leads', false])
  })
})
