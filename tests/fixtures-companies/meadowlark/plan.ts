// Meadowlark, maker of soil and weather sensors for growers: healthy everywhere, and full of what rules of thumb fall for.
import { day } from '../days.ts'
import { at } from '../random.ts'
import type { Moods, Plan, Share } from '../simulate/plan.ts'
import { account, comments, products, reps } from './people.ts'

const months = 30
/** January to December: growers ask before the season and in late summer. */
const season = [0.86, 0.98, 1.16, 1.22, 1.14, 1, 0.84, 0.8, 1.02, 1.1, 1.02, 0.86]
const counts: number[] = []
for (let month = 0, leads = 92; month < months; month += 1, leads *= 1.025)
  counts.push(Math.round(leads * at(season, (month + 3) % 12)))

const spell = (common: string, ...others: (readonly [string, number])[]): Share[] => [
  { item: common, weight: 100 - others.reduce((sum, [, weight]) => sum + weight, 0) },
  ...others.map(([item, weight]) => ({ item, weight })),
]

const reasons = [
  { name: 'Too expensive', spellings: spell('Too expensive', ['too expensive', 12], ['Too expensive.', 5]) },
  {
    name: 'Investment postponed',
    spellings: spell('Investment postponed', ['investment postponed', 12], ['Investment posponed', 4]),
  },
  {
    name: 'Chose another supplier',
    spellings: spell('Chose another supplier', ['chose another supplier', 10]),
  },
  {
    name: 'Bad harvest, no money',
    spellings: spell('Bad harvest, no money', ['Bad harvest - no money', 14], ['No money, bad harvest', 6]),
  },
  {
    name: 'No network on the plots',
    spellings: spell('No network on the plots', ['no network on the plots', 12]),
  },
  { name: 'No answer any more', spellings: spell('No answer any more', ['no answer any more', 16]) },
]

const moods = (detractor: number, passive: number, promoter: number): Moods => ({
  promoter,
  passive,
  detractor,
})
/** Detractors, passives and promoters of each rep: about 12 answers, so the NPS of equally good reps runs from 25 to 60. */
const exact = [
  moods(1, 4, 7),
  moods(3, 3, 6),
  moods(1, 3, 8),
  moods(3, 3, 7),
  moods(1, 5, 6),
  moods(2, 2, 8),
  moods(3, 3, 7),
  moods(1, 4, 6),
  moods(2, 3, 8),
  moods(0, 5, 6),
  moods(2, 4, 7),
  moods(3, 3, 6),
  moods(1, 3, 7),
  moods(2, 5, 6),
  moods(1, 4, 7),
  moods(2, 3, 6),
  moods(0, 4, 6),
  moods(2, 3, 7),
  moods(1, 5, 7),
  moods(2, 3, 7),
]

export const plan: Plan = {
  seed: 20_261_014,
  asOf: day('2026-10-14'),
  reps,
  products,
  account,
  leads: {
    from: day('2024-04-01'),
    counts,
    partial: 92,
    rates: Array.from({ length: months }, () => 0.1),
    lag: [
      [0, 20],
      [0.1, 27],
      [0.25, 34],
      [0.5, 44],
      [0.75, 57],
      [0.9, 71],
      [1, 89],
    ],
    late: 0.05,
    noise: 0.07,
    sources: () => [
      { item: 'Trade fair', weight: 22, converts: 1.3 },
      { item: 'Website', weight: 34, converts: 0.8 },
      { item: 'Dealer', weight: 20, converts: 1.2 },
      { item: 'Referral', weight: 14, converts: 1.4 },
      { item: 'Newsletter', weight: 10, converts: 0.6 },
    ],
  },
  deals: {
    from: day('2024-04-01'),
    lostPerQuarter: new Map([
      ['2024-Q2', 30],
      ['2024-Q3', 42],
      ['2024-Q4', 46],
      ['2025-Q1', 50],
      ['2025-Q2', 54],
      ['2025-Q3', 56],
      ['2025-Q4', 60],
      ['2026-Q1', 64],
      ['2026-Q2', 68],
      ['2026-Q3', 70],
      ['2026-Q4', 9],
    ]),
    lostCycle: [
      [0, 14],
      [0.25, 30],
      [0.5, 44],
      [0.75, 60],
      [1, 95],
    ],
    openAges: [
      [0, 1],
      [0.5, 22],
      [1, 58],
    ],
    openCount: 84,
    expected: [75, 110],
    stalledAges: [
      [0, 130],
      [1, 260],
    ],
    stalledCount: 5,
    expansionsPerQuarter: new Map([
      ['2024-Q3', 16],
      ['2024-Q4', 18],
      ['2025-Q1', 20],
      ['2025-Q2', 22],
      ['2025-Q3', 22],
      ['2025-Q4', 28],
      ['2026-Q1', 30],
      ['2026-Q2', 32],
      ['2026-Q3', 32],
    ]),
    wonBack: {
      older: 12,
      newer: 12,
      lag: [
        [0, 25],
        [0.5, 85],
        [1, 170],
      ],
    },
    segments: [
      { item: 'Vineyard', weight: 34, price: 1.1 },
      { item: 'Arable', weight: 36, price: 0.9 },
      { item: 'Greenhouse', weight: 30, price: 1.3 },
    ],
    sources: { winBack: 'Called back', expansion: 'Customer' },
    mix: () => [34, 26, 24, 16],
    usualMix: [34, 26, 24, 16],
    reasons,
    reasonWeights: () => [29, 20, 17, 13, 11, 10],
    unreasoned: 0.06,
    blanks: [{ item: '', weight: 1 }],
    administrative: [
      { item: 'Duplicate', weight: 5 },
      { item: 'Test', weight: 2 },
    ],
    singles: [
      'Sold the farm to the neighbour',
      'Their son builds sensors himself at the agricultural college',
    ],
  },
  targets: {
    quarter: '2026-Q3',
    owners: [
      1.06, 1.12, 0.94, 1.03, 1.2, 1.01, 1.08, 0.88, 1.04, 1.15, 0.97, 4.2, 1.02, 0.91, 1.1, 1.05, 1.01, 0.82,
      1.07, 1.13,
    ],
    teams: new Map([
      ['Ghent', 1.04],
      ['Utrecht', 0.98],
      ['Lyon', 1.42],
      ['Leeds', 1.02],
    ]),
    products: [],
    company: { name: 'Meadowlark', currency: 'EUR', attainment: 1.11 },
    before: ['2026-Q1', '2026-Q2'],
    usual: [0.94, 0.98, 1.01, 1.04, 1.1],
    next: '2026-Q4',
    step: 25_000,
    whale: { owner: 11, cents: 9_600_000 },
    creditNote: { owner: 10, cents: -168_000 },
  },
  customers: {
    legacy: 320,
    legacyFrom: day('2021-03-01'),
    legacyUntil: day('2024-03-28'),
    year: [day('2025-09-30'), day('2026-09-30')],
    churned: 0.035,
    reduced: 0.03,
    churnedBefore: 9,
    undone: 0,
    undoneProduct: 0,
    churnReasons: [
      { item: 'Farm sold', weight: 40 },
      { item: 'Changed supplier', weight: 30 },
      { item: 'Sensors not used', weight: 30 },
    ],
    winBackTried: 0.85,
    regained: 0.25,
  },
  surveys: {
    answers: exact.map((one) => one.detractor + one.passive + one.promoter),
    featured: null,
    exact,
    moods: moods(14, 30, 56),
    owner: null,
    product: null,
    earlier: new Map([
      ['2025-Q4', 110],
      ['2026-Q1', 120],
      ['2026-Q2', 130],
    ]),
    touchpoints: ['Sale', 'Installation', 'Support'],
    touchpointScores: [
      { item: 10, weight: 27 },
      { item: 9, weight: 29 },
      { item: 8, weight: 20 },
      { item: 7, weight: 13 },
      { item: 6, weight: 6 },
      { item: 5, weight: 5 },
    ],
    touchpointAnswers: new Map([
      ['2026-Q1', 50],
      ['2026-Q2', 60],
      ['2026-Q3', 90],
    ]),
    comments,
  },
  afterSale: {
    invoicesFrom: day('2025-01-01'),
    incentiveRate: 0.06,
    renewalIncentiveRate: 0.02,
    confirmed: 0.99,
    confirmLag: [
      [0, 4],
      [0.5, 14],
      [1, 38],
    ],
    paidBefore: moods(0.02, 0.02, 0.02),
    neverConfirmedPaid: 0,
    requiredFields: ['Billing contact', 'VAT number', 'Payment details', 'Signed contract'],
    incomplete: moods(0.03, 0.03, 0.03),
    activation: {
      complete: [
        [0, 5],
        [0.5, 14],
        [1, 30],
      ],
      incomplete: [
        [0, 8],
        [0.5, 18],
        [1, 35],
      ],
    },
    followedUp: moods(0.97, 0.95, 0.96),
    followUpLag: [
      [0, 0],
      [1, 11],
    ],
    late: 0.8,
    checkedIn: 0.9,
    beforeSale: 0.2,
    afterLoss: 0.5,
    contactKinds: ['call', 'call', 'email', 'visit'],
  },
  debriefs: {
    lost: 0.88,
    churned: 0.95,
    sameDay: 0.02,
    long: 0.03,
    byOwner: 0.03,
    agreeing: 0.86,
    interviewers: ['Marieke Stroobants', 'Paul Ferrand'],
  },
  stages: {
    from: day('2025-10-01'),
    names: {
      first: 'Lead in',
      discovery: 'Discovery',
      proposal: 'Proposal made',
      negotiation: 'Negotiation',
      won: 'Won',
      lost: 'Lost',
    },
    premature: { won: 0.04, lost: 0.04, open: 0.04 },
  },
}
