// The decision alone, on literal rows: no engine.
import { describe, expect, it } from 'vitest'
import { targetHitNpsLow } from '../../../src/detectors/target-hit-nps-low/index.ts'
import type { Summary } from '../../../src/detectors/target-hit-nps-low/summary.ts'
import { inputOf, type Line, type More } from './quarter.ts'

function flagged(lines: readonly Line[], more: More = {}): Record<string, string> {
  const { summary } = targetHitNpsLow.decide(inputOf(lines, more))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the detector's own summary
  const { entities } = summary as unknown as Summary
  const level = more.level ?? 'owner'
  return Object.fromEntries(
    entities.filter((row) => row.level === level).map(({ entity, outcome }) => [entity, outcome]),
  )
}

// Twenty owners around NPS +30, by hand: shares .2/.3/.5 of 20 answers, a point more or less.
const noise: Line[] = Array.from({ length: 20 }, (_, at) => [
  `Rep ${at + 10}`,
  1.1,
  4 + (at % 3) - 1,
  6,
  10 - (at % 3) + 1,
])
const good = (name: string, attainment: number | null = 1.1): Line => [name, attainment, 20, 30, 50]

describe('clear', () => {
  const cases: [string, Line[], More?][] = [
    ['pure noise around one NPS', noise],
    ['everybody the same', [good('Ann'), good('Bob'), good('Cat')]],
    ['a low NPS without the target', [good('Ann'), good('Bob'), ['Cat', 0.99, 60, 20, 20]]],
    [
      '+80 beside +98 is not low',
      [
        ['Ann', 1.1, 0, 20, 80],
        ['Bob', 1.1, 0, 2, 98],
        ['Cat', 1.1, 0, 2, 98],
      ],
    ],
    [
      'a gap below ten points, however sure',
      [
        ['Ann', 1.1, 2450, 3100, 4450],
        ['Bob', 1.1, 2000, 3100, 4900],
      ],
    ],
    [
      'all promoters',
      [
        ['Ann', 1.1, 0, 0, 15],
        ['Bob', 1.1, 0, 0, 15],
      ],
    ],
    [
      'all detractors alike',
      [
        ['Ann', 1.1, 15, 0, 0],
        ['Bob', 1.1, 15, 0, 0],
      ],
    ],
    ['four answers say nothing', [good('Ann'), good('Bob'), ['Cat', 1.2, 4, 0, 0]]],
    [
      'an NPS above the threshold',
      [['Ann', 1.1, 30, 30, 40], good('Bob')],
      { options: { compareTo: 'threshold' } },
    ],
  ]
  it.each(cases)('%s', (_name, lines, more) => {
    const decision = targetHitNpsLow.decide(inputOf(lines, more))
    expect(decision.findings).toEqual([])
    expect(decision.outcome).toBe('ok')
  })
})

describe('finds', () => {
  const cases: [string, Line[], More | undefined, Record<string, string>][] = [
    [
      'who hit the target with an NPS far below the rest',
      [good('Ann'), good('Bob'), ['Cat', 1.2, 60, 20, 20]],
      undefined,
      { Ann: 'ok', Bob: 'ok', Cat: 'problem' },
    ],
    [
      'two of them, each compared with everybody else',
      [good('Ann'), good('Bob'), good('Dan'), ['Cat', 1.2, 60, 20, 20], ['Eva', 1, 60, 20, 20]],
      undefined,
      { Ann: 'ok', Bob: 'ok', Dan: 'ok', Cat: 'problem', Eva: 'problem' },
    ],
    [
      'at most something to watch with nine answers',
      [good('Ann'), good('Bob'), ['Cat', 1.2, 9, 0, 0]],
      undefined,
      { Ann: 'ok', Bob: 'ok', Cat: 'watch' },
    ],
    [
      'a problem with ten',
      [good('Ann'), good('Bob'), ['Cat', 1.2, 10, 0, 0]],
      undefined,
      { Ann: 'ok', Bob: 'ok', Cat: 'problem' },
    ],
    [
      'a team',
      [
        ['North', 1.08, 36, 14, 10],
        ['South', 1.08, 10, 14, 36],
      ],
      { level: 'team' },
      { North: 'problem', South: 'ok' },
    ],
    [
      'a product',
      [
        ['Core', 1, 36, 14, 10],
        ['Pro', 0.5, 10, 14, 36],
      ],
      { level: 'product' },
      { Core: 'problem', Pro: 'not-hit' },
    ],
    [
      'the company, always against the threshold',
      [['All', 1.05, 90, 40, 70]],
      { level: 'company' },
      { All: 'problem' },
    ],
    [
      'who lies below a threshold',
      [
        ['Ann', 1.1, 35, 15, 10],
        ['Bob', 1.1, 10, 20, 30],
      ],
      { options: { compareTo: 'threshold', npsThreshold: 20 } },
      { Ann: 'problem', Bob: 'ok' },
    ],
    [
      'too few answers where there is no rest to compare with',
      [['Ann', 1.1, 30, 10, 10]],
      undefined,
      { Ann: 'insufficient-data' },
    ],
    [
      'a rest made of answers of nobody',
      [['Ann', 1.1, 30, 10, 10]],
      { others: [20, 30, 50] },
      { Ann: 'problem' },
    ],
    [
      'missed, absent and open targets apart',
      [good('Ann'), good('Bob', 0.5), good('Cat', null), ['Dan', 1.1, 1, 1, 1]],
      undefined,
      { Ann: 'ok', Bob: 'not-hit', Cat: 'missing', Dan: 'insufficient-data' },
    ],
  ]
  it.each(cases)('%s', (_name, lines, more, expected) => {
    expect(flagged(lines, more ?? {})).toEqual(expected)
  })

  it('nothing at a threshold that cannot be undercut, and everything short of perfect at one that always is', () => {
    const lines: Line[] = [
      ['Ann', 1.1, 30, 0, 0],
      ['Bob', 1.1, 1, 0, 40],
    ]
    const at = (npsThreshold: number) => flagged(lines, { options: { compareTo: 'threshold', npsThreshold } })
    expect(at(-100)).toEqual({ Ann: 'ok', Bob: 'ok' })
    expect(at(100)).toEqual({ Ann: 'problem', Bob: 'problem' })
  })
})

const columns = (lines: Line[]): (string | undefined)[] =>
  targetHitNpsLow.decide(inputOf(lines)).tables[0]?.columns.map(({ id }) => id) ?? []

describe('the numbers', () => {
  it('are those of the reference programs: R gives -0.70 and p 0.00011 for 10/5/5 against 30/50/120', () => {
    const { findings } = targetHitNpsLow.decide(
      inputOf([['Ann', 1.234, 10, 5, 5]], { others: [30, 50, 120] }),
    )
    const [found] = findings
    expect(found?.measure).toMatchObject({
      observed: -0.25,
      expected: 0.45,
      unit: 'nps',
      intervalOf: 'observed',
    })
    expect(found?.evidence.statistic).toBeCloseTo(-0.7, 12)
    expect(found?.evidence.p).toBeCloseTo(0.00011, 5)
    expect(found?.evidence.adjustedP).toBeCloseTo(0.00011, 5)
    expect(found?.evidence.n).toBe(20)
    expect(found?.impact).toEqual([{ amount: 123.4, currency: 'EUR' }])
    expect(found?.data).toMatchObject({
      entity: 'Ann',
      attainment: '123 %',
      period: '2025-Q2',
      nps: '-25',
      reference: '+45',
    })
  })

  it('are adjusted over those who hit the target with ten answers, nobody else', () => {
    const lines: Line[] = [
      ['Ann', 1.1, 10, 5, 5],
      ['Bob', 0.5, 8, 6, 6],
      ['Cat', 1.1, 4, 1, 2],
      ['Dan', 1.1, 6, 9, 35],
      ['Eva', 1.1, 5, 10, 35],
    ]
    const { summary } = targetHitNpsLow.decide(inputOf(lines))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the detector's own summary
    const rows = new Map((summary as unknown as Summary).entities.map((row) => [row.entity, row]))
    expect(rows.get('Bob')).toMatchObject({ p: null, adjustedP: null, outcome: 'not-hit' })
    expect(rows.get('Cat')?.adjustedP).toBeNull()
    expect(rows.get('Cat')?.p).not.toBeNull()
    // The smallest of three: adjusted by Benjamini-Hochberg it is three times itself.
    expect(rows.get('Ann')?.adjustedP).toBeCloseTo(3 * (rows.get('Ann')?.p ?? 0), 12)
  })

  it('print no ranking where the owners do not differ, and one where they do', () => {
    expect(columns([good('Ann'), good('Bob'), good('Cat')])).not.toContain('shrunk')
    expect(columns([good('Ann'), good('Bob'), ['Cat', 1.2, 60, 20, 20]])).toContain('shrunk')
  })

  it('correlate attainment and NPS from six owners on', () => {
    const six: Line[] = Array.from({ length: 6 }, (_, at) => [`Rep ${at}`, 1 + at / 10, 2 + at, 4, 14 - at])
    const note = (lines: Line[]) =>
      targetHitNpsLow.decide(inputOf(lines)).notes?.filter((text) => text.includes('Spearman'))
    expect(note(six)).toEqual([
      'Between the 6 owners with at least 10 answers, attainment and NPS have a rank correlation of -1.00 (Spearman, p 0.003); this says nothing about cause.',
    ])
    expect(note(six.slice(1))).toEqual([])
  })
})

describe('the answer in a sentence', () => {
  const headline = (lines: Line[], more: More = {}): string =>
    targetHitNpsLow.decide(inputOf(lines, more)).headline
  const cat: Line = ['Cat', 1.2, 60, 20, 20]

  it('names the problems', () => {
    expect(headline([good('Ann'), good('Bob'), cat])).toBe(
      '1 of the 3 owners who hit target in 2025-Q2 has an NPS clearly below the rest of the company: Cat (-40 from 100 answers).',
    )
    expect(
      headline(
        [
          ['North', 1.08, 36, 14, 10],
          ['South', 1.08, 10, 14, 36],
        ],
        { level: 'team' },
      ),
    ).toBe(
      '1 of the 2 teams that hit target in 2025-Q2 has an NPS clearly below the rest of the company: North (-43 from 60 answers).',
    )
    expect(headline([['All', 1.05, 90, 40, 70]], { level: 'company' })).toBe(
      'The company hit its target in 2025-Q2 with an NPS of -10 from 200 answers, clearly below the threshold of 0.',
    )
  })

  it('is mild about weak evidence', () => {
    expect(headline([good('Ann'), ['Cat', 1.2, 9, 0, 0]])).toBe(
      '1 of the 2 owners who hit target in 2025-Q2 has an NPS that looks low but may be chance: Cat (-100 from 9 answers).',
    )
  })

  it('says when nothing is wrong, and who could not be judged', () => {
    expect(headline([good('Ann'), good('Bob')])).toBe(
      'None of the 2 owners who hit target in 2025-Q2 has an NPS clearly below the rest of the company.',
    )
    expect(headline([good('Ann'), good('Bob'), ['Dan', 1.1, 1, 1, 1]])).toBe(
      'None of the 3 owners who hit target in 2025-Q2 has an NPS clearly below the rest of the company; 1 of them cannot be judged for lack of answers.',
    )
    expect(headline([good('Ann', 0.5), good('Bob', 0.6)])).toBe(
      'None of the 2 owners with a target hit it in 2025-Q2.',
    )
  })

  it('says when the answers are too few, with the reason', () => {
    const decision = targetHitNpsLow.decide(
      inputOf([
        ['Ann', 1.1, 3, 3, 1],
        ['Bob', 1.1, 0, 3, 1],
      ]),
    )
    expect(decision.outcome).toBe('insufficient-data')
    expect(decision.headline).toBe(
      'None of the 2 owners who hit target in 2025-Q2 has the 10 answers a verdict needs.',
    )
    expect(decision.reason).toBe(
      'none of the 2 owners who hit target in 2025-Q2 has the 10 answers a verdict needs',
    )
  })
})

describe('bounds of the run', () => {
  it('leave a period alone that --since or --until cuts', () => {
    const lines = [good('Ann'), good('Bob')]
    expect(targetHitNpsLow.decide(inputOf(lines, { since: '2025-04-01', until: '2025-06-30' })).outcome).toBe(
      'ok',
    )
    expect(targetHitNpsLow.decide(inputOf(lines, { since: '2025-04-02' })).reason).toContain(
      'no period with targets is over',
    )
    expect(targetHitNpsLow.decide(inputOf(lines, { until: '2025-06-29' })).outcome).toBe('insufficient-data')
  })
})
