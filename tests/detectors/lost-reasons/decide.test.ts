// The decision on rows written by hand. Shares' intervals and p-values were computed with SciPy 1.17 (binomtest, proportion_ci, chi2).
import { describe, expect, it } from 'vitest'
import { decide } from '../../../src/detectors/lost-reasons/decide.ts'
import { input, inSegment, said, type Given } from './losses.ts'

interface Case extends Given {
  readonly name: string
}

const clear: readonly Case[] = [
  {
    name: 'the same shares in both quarters are no change',
    reasons: [said('Price', 60, [20, 20]), said('Timing', 40, [14, 13]), said('Feature', 30, [10, 11])],
  },
  {
    name: 'small counts that double are no change',
    reasons: [said('Price', 20, [10, 10]), said('Timing', 12, [3, 6]), said('Feature', 8, [4, 2])],
  },
  {
    name: 'a tie for the first place is no problem',
    reasons: [said('Price', 50, [25, 25]), said('Timing', 50, [25, 25])],
  },
  {
    name: 'a significant rise of less than five points is none',
    reasons: [said('Price', 30_000, [9000, 9900]), said('Timing', 60_000, [21_000, 20_100])],
  },
  {
    name: 'a reason that only fell is no finding',
    reasons: [
      said('Price', 90, [50, 5]),
      said('Timing', 120, [30, 35]),
      said('Feature', 120, [30, 35]),
      said('Support', 120, [30, 35]),
      said('Partner', 120, [30, 35]),
      said('Budget', 120, [30, 35]),
    ],
  },
  {
    name: 'one of one in a segment does not stand out',
    columns: ['closed_on', 'owner'],
    reasons: [said('Price', 199, [100, 99]), said('Rare', 1, [0, 1])],
    segments: [inSegment('owner', 'ann', 'Price', 199), inSegment('owner', 'bob', 'Rare', 1)],
  },
  {
    name: 'a segment like the rest does not stand out',
    columns: ['closed_on', 'segment'],
    reasons: [said('Price', 60, [30, 30]), said('Timing', 60, [30, 30])],
    segments: [
      inSegment('segment', 'SMB', 'Price', 31),
      inSegment('segment', 'SMB', 'Timing', 29),
      inSegment('segment', 'Mid', 'Price', 29),
      inSegment('segment', 'Mid', 'Timing', 31),
    ],
  },
  {
    name: 'a coverage of exactly 70 % is enough',
    reasons: [said('Price', 70, [35, 35]), said(null, 30)],
  },
]

describe('clear', () => {
  it.each(clear)('$name', (given) => {
    const { outcome, findings } = decide(input(given))
    expect([outcome, findings]).toEqual(['ok', []])
  })
})

interface Found extends Case {
  readonly outcome: string
  readonly found: readonly (readonly [message: string, verdict: string, about: string])[]
}

const finds: readonly Found[] = [
  {
    name: 'a share that rose by more than ten points is a problem',
    reasons: [said('Price', 120, [15, 40]), said('Timing', 130, [43, 30]), said('Feature', 120, [42, 30])],
    outcome: 'problem',
    found: [['share-rose', 'problem', 'Price']],
  },
  {
    name: 'a significant rise of less than ten points is worth watching',
    reasons: [
      said('Price', 1000, [100, 180]),
      said('Timing', 2000, [450, 400]),
      said('Feature', 2000, [450, 420]),
    ],
    outcome: 'watch',
    found: [['share-rose', 'watch', 'Price']],
  },
  {
    name: 'spellings are added up before shares are compared',
    reasons: [
      said('Price', 40, [5, 20]),
      said('PRICE', 30, [5, 10]),
      said('pirce', 30, [5, 10]),
      said('Timing', 150, [85, 60]),
    ],
    outcome: 'problem',
    found: [['share-rose', 'problem', 'Price']],
  },
  {
    name: 'with too few reasons recorded a rise is only worth watching',
    reasons: [
      said('Price', 120, [15, 40]),
      said('Timing', 130, [43, 30]),
      said('Feature', 120, [42, 30]),
      said(null, 400, [100, 100]),
    ],
    outcome: 'watch',
    found: [
      ['share-rose', 'watch', 'Price'],
      ['low-coverage', 'watch', 'no reason'],
    ],
  },
  {
    name: 'words that say nothing count as no reason',
    reasons: [said('Price', 60, [30, 30]), said('n/a', 25), said('other', 25), said(null, 10)],
    outcome: 'watch',
    found: [['low-coverage', 'watch', 'no reason']],
  },
  {
    name: 'a reason that is named far more often in one segment stands out',
    columns: ['closed_on', 'segment'],
    reasons: [said('Price', 60, [30, 30]), said('Security', 60, [30, 30])],
    segments: [
      inSegment('segment', 'Enterprise', 'Price', 10),
      inSegment('segment', 'Enterprise', 'Security', 40),
      inSegment('segment', 'SMB', 'Price', 50),
      inSegment('segment', 'SMB', 'Security', 20),
    ],
    outcome: 'watch',
    found: [
      ['lifted', 'watch', 'Price'],
      ['lifted', 'watch', 'Security'],
    ],
  },
]

describe('finds', () => {
  it.each(finds)('$name', ({ outcome, found, ...given }) => {
    const decision = decide(input(given))
    expect(decision.outcome).toBe(outcome)
    const names = decision.findings.map(({ messageId, verdict, subject }) =>
      [messageId, verdict, subject[0]?.value ?? ''].join(' '),
    )
    expect(names.toSorted()).toEqual(found.map((one) => one.join(' ')).toSorted())
  })
})

describe('the numbers', () => {
  it('gives count, share, interval and the test of the first against the second', () => {
    const { summary, headline, tables } = decide(
      input({
        reasons: [said('Price', 50, [25, 25]), said('Timing', 30, [15, 15]), said('Feature', 20, [10, 10])],
      }),
    )
    expect(summary).toMatchObject({
      lostDeals: 100,
      coverage: 1,
      lowCoverage: false,
      topReason: 'Price',
      topCount: 50,
      topConfident: true,
      topByValue: null,
      changed: [],
      lifted: null,
    })
    expect(summary['topP']).toBeCloseTo(0.03299261842647607, 12)
    expect(headline).toBe(
      'Price leads with 50 of 100 lost deals with a reason (50 %, 95 % interval 40-60 %), ahead of Timing (30).',
    )
    const [ranking] = tables
    expect(ranking?.columns.slice(0, 6).map(({ id }) => id)).toEqual([
      'rank',
      'reason',
      'deals',
      'share',
      'lower',
      'upper',
    ])
    expect(ranking?.rows[1]?.slice(0, 4)).toEqual(['2-3', 'Timing', 30, 0.3])
    expect(ranking?.rows[1]?.[4]).toBeCloseTo(0.21894885, 8)
    expect(ranking?.rows[1]?.[5]).toBeCloseTo(0.39584855, 8)
  })

  it('gives the difference of two quarters with its test', () => {
    const { findings, tables } = decide(
      input({ reasons: [said('Price', 55, [15, 40]), said('Timing', 145, [85, 60])] }),
    )
    const [found] = findings
    expect(found?.measure).toMatchObject({ observed: 0.4, expected: 0.15, intervalOf: 'difference' })
    expect(found?.evidence.p).toBeCloseTo(0.0000784364, 9)
    expect(found?.period).toMatchObject({ label: '2025-Q4', start: '2025-10-01', end: '2025-12-31' })
    const change = tables.find(({ id }) => id === 'change')
    expect(change?.rows.map((row) => [row[0], row[1], row[3], row[10], row[11]])).toEqual([
      ['Timing', 85, 60, true, null],
      ['Price', 15, 40, true, 'problem'],
    ])
  })

  it('counts a deal that names two reasons once, and tests the first against the second on deals that name only one', () => {
    const { summary, tables } = decide(
      input({
        reasons: [
          said('Price', 30, [15, 15]),
          said('Timing', 10, [5, 5]),
          said('Price|Timing', 60, [30, 30]),
        ],
      }),
    )
    // 30 name only Price, 10 only Timing: 2 P(Bin(40, 1/2) >= 30) = 0.00222 (SciPy).
    expect(summary).toMatchObject({ lostDeals: 100, topReason: 'Price', topCount: 90, topConfident: true })
    expect(summary['topP']).toBeCloseTo(0.002221434, 8)
    expect(tables[0]?.rows.map((row) => row.slice(0, 4))).toEqual([
      ['1', 'Price', 90, 0.9],
      ['2', 'Timing', 70, 0.7],
    ])
  })

  it('keeps currencies apart and never adds them up', () => {
    const eur = { currency: 'EUR', valued: 30, value: 3000, squares: 300_000 }
    const usd = { currency: 'USD', valued: 10, value: 90_000, squares: 810_000_000 }
    const { summary, tables, notes } = decide(
      input({
        columns: ['closed_on', 'amount', 'currency'],
        reasons: [
          said('Price', 30, [15, 15], eur),
          said('Timing', 30, [15, 15], { ...eur, value: 1500, squares: 75_000 }),
          said('Timing', 10, [5, 5], usd),
        ],
      }),
    )
    expect(summary['topByValue']).toBe('Price')
    const value = tables.find(({ id }) => id === 'value')
    expect(value?.rows.map((row) => row.slice(0, 4))).toEqual([
      ['Price', 3000, 'EUR', 3000 / 4500],
      ['Timing', 1500, 'EUR', 1500 / 4500],
      ['Timing', 90_000, 'USD', 1],
    ])
    const ranking = tables.find(({ id }) => id === 'ranking')
    const others = ranking?.columns.findIndex(({ id }) => id === 'otherValues') ?? -1
    expect(ranking?.rows.map((row) => row[others])).toEqual(['USD 90,000', ''])
    expect(notes?.filter((note) => note.startsWith('By value'))).toHaveLength(2)
  })

  it('weighs value as evidence by the effective number of deals and makes no claim under five', () => {
    const one = { currency: 'EUR', valued: 10, value: 1_000_009, squares: 1_000_000_000_009 }
    const { tables } = decide(
      input({
        columns: ['amount', 'currency'],
        reasons: [said('Price', 10, [0, 0], one), said('Timing', 20)],
      }),
    )
    const value = tables.find(({ id }) => id === 'value')
    expect(value?.rows).toEqual([['Price', 1_000_009, 'EUR', 1, null, null, 1]])
  })
})

describe('what cannot be judged is said', () => {
  it('fewer than twenty losses with a reason give no verdict, but a ranking', () => {
    const { outcome, reason, headline, tables, findings } = decide(
      input({ reasons: [said('Price', 12, [2, 10]), said('Timing', 7, [6, 1]), said(null, 400)] }),
    )
    expect(outcome).toBe('insufficient-data')
    expect(reason).toBe(
      '19 of 419 lost deals carry a reason, 20 are needed to judge; record why each one was lost',
    )
    expect(headline).toContain('Price is named most')
    expect(findings).toEqual([])
    expect(tables[0]?.rows.map((row) => row[1])).toEqual(['Price', 'Timing'])
  })

  it('without dates the ranking is filled and the change is not judged', () => {
    const { outcome, reason, summary, tables } = decide(
      input({ columns: [], reasons: [said('Price', 50), said('Timing', 30)] }),
    )
    expect(outcome).toBe('insufficient-data')
    expect(reason).toBe('whether a reason rose cannot be judged: there are no dates of the losses')
    expect(summary).toMatchObject({ topReason: 'Price', topConfident: true, changed: null })
    expect(tables.map(({ id }) => id)).toEqual(['ranking'])
  })

  it('a quarter without any reason cannot be compared with', () => {
    const { reason } = decide(input({ reasons: [said('Price', 50, [0, 50])] }))
    expect(reason).toContain('no loss with a reason falls into the period 2025-Q3')
  })

  it('no lost deal at all is said plainly', () => {
    const { outcome, headline, tables } = decide(input({ reasons: [] }))
    expect([outcome, headline, tables]).toEqual([
      'insufficient-data',
      'There are no lost deals to look at.',
      [],
    ])
  })

  it('a single reason has no rival to be told apart from', () => {
    const { headline, summary } = decide(input({ reasons: [said('Price', 50, [25, 25])] }))
    expect(headline).toBe(
      'Price is the only reason named, in 50 of 50 lost deals with a reason (100 %, 95 % interval 93-100 %).',
    )
    expect(summary).toMatchObject({ topP: null, topConfident: false })
  })
})

describe('what is no loss is left out', () => {
  it('duplicates, tests and wrong data are counted and listed, not ranked', () => {
    const { summary, tables } = decide(
      input({
        reasons: [
          said('Price', 40, [20, 20]),
          said('Timing', 20, [10, 10]),
          said('Duplicate', 30, [0, 30]),
          said('TESTE', 5),
          said('Błędne', 5),
          said('Duplicate|Price', 10, [5, 5]),
        ],
      }),
    )
    expect(summary).toMatchObject({
      lostDeals: 70,
      coverage: 1,
      topReason: 'Price',
      topCount: 50,
      changed: [],
    })
    expect(tables.find(({ id }) => id === 'set-aside')?.rows).toEqual([
      ['Duplicate', 40, 'not a loss'],
      ['Błędne', 5, 'not a loss'],
      ['TESTE', 5, 'not a loss'],
    ])
    expect(tables[0]?.note?.split('\n')).toContain(
      'Coverage: 70 of 70 lost deals carry a reason (100 %), 0 are blank and 0 say nothing. 40 more only say duplicate, test or wrong data: no losses, not counted.',
    )
  })

  it('the list of such words can be replaced', () => {
    const { summary } = decide(
      input({
        reasons: [said('Price', 40), said('Duplicate', 30), said('Geister-Deal', 20)],
        options: { administrative: ['geister deal', 'geister-deal'] },
      }),
    )
    expect(summary).toMatchObject({ lostDeals: 70, topReason: 'Price' })
  })

  it('rare wordings that are not read count as reasons and are said to be left out', () => {
    const { summary, notes, tables } = decide(
      input({ reasons: [said('Price', 50, [25, 25]), said(null, 50, [25, 25], { tail: true })] }),
    )
    expect(summary).toMatchObject({ lostDeals: 100, coverage: 1, topCount: 50 })
    expect(tables[0]?.rows[0]?.[3]).toBe(0.5)
    expect(notes?.join(' ')).toContain('50 lost deals with rarer ones count as carrying a reason')
  })
})

describe('the words a user taught', () => {
  it('an alias joins what no distance would', () => {
    const { summary, tables } = decide(
      input({
        reasons: [
          said('too expensive', 30),
          said('Price', 20),
          said('Timing', 40),
          said('Too Expensive!', 5),
          said('pirce', 2),
        ],
        aliases: new Map([['Price', ['too expensive', 'budget cut']]]),
      }),
    )
    expect(summary).toMatchObject({ topReason: 'Price', topCount: 57 })
    expect(tables.find(({ id }) => id === 'merges')?.rows).toEqual([
      ['pirce', 'Price', 2, 'nearly the same', 0.8],
      ['too expensive', 'Price', 30, 'alias', null],
      ['Too Expensive!', 'Price', 5, 'alias', null],
    ])
  })
})

it('reasons named like properties of an object are reasons like any other', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const { tables, summary } = decide(
    input({ reasons: names.map((name, index) => said(name, 40 - index, [20, 20 - index])) }),
  )
  expect(tables[0]?.rows.map((row) => row[1])).toEqual(names)
  expect(summary).toMatchObject({ topReason: '__proto__', topCount: 40, lostDeals: 154 })
})

it('the order of the rows changes nothing', () => {
  const reasons = [
    said('Price', 50, [25, 25]),
    said('price!', 50, [25, 25]),
    said('Timing', 50, [25, 25]),
    said('Bad timing', 50, [25, 25]),
    said('Feature', 30, [10, 20]),
    said('Price|Timing', 9, [4, 5]),
    said(null, 12, [6, 6]),
  ]
  expect(JSON.stringify(decide(input({ reasons: reasons.toReversed() })))).toBe(
    JSON.stringify(decide(input({ reasons }))),
  )
})
