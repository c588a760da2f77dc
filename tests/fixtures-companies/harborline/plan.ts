// Harborline, a subscription software company for marinas, with every fault salescheck knows.
import { day } from '../days.ts'
import type { Plan, Share } from '../simulate/plan.ts'
import { account, comments, products, reps } from './people.ts'

const months = 24
/** 250 leads in the first month, 4 % more each month. */
const counts: number[] = []
for (let month = 0, leads = 250; month < months; month += 1, leads *= 1.04) counts.push(Math.round(leads))
/** From 7.2 % to 48 % less in the last month: the 23rd root of 0.52 a month. */
const rates: number[] = []
for (let month = 0, rate = 0.072; month < months; month += 1, rate *= 0.97197) rates.push(rate)

const spell = (common: string, ...others: (readonly [string, number])[]): Share[] => [
  { item: common, weight: 100 - others.reduce((sum, [, weight]) => sum + weight, 0) },
  ...others.map(([item, weight]) => ({ item, weight })),
]

const reasons = [
  {
    name: 'Price too high',
    spellings: spell(
      'Price too high',
      ['price too high', 14],
      ['Price too high!', 6],
      ['PRICE TOO HIGH', 6],
      ['Price - too high', 6],
      ['too high price', 4],
      ['Price to high', 5],
      ['Prise too high', 3],
    ),
  },
  {
    name: 'No decision',
    spellings: spell(
      'No decision',
      ['no decision', 16],
      ['No Decision.', 8],
      ['No desicion', 5],
      ['No  decision', 4],
    ),
  },
  {
    name: 'Went with competitor',
    spellings: spell(
      'Went with competitor',
      ['went with competitor', 15],
      ['Went with competiter', 6],
      ['Went with Competitor.', 6],
    ),
  },
  {
    name: 'No accounting integration',
    spellings: spell(
      'No accounting integration',
      ['no accounting integration', 14],
      ['No accounting-integration', 6],
      ['No acounting integration', 6],
      ['Accounting integration: no', 3],
    ),
  },
  {
    name: 'Bad timing',
    spellings: spell('Bad timing', ['bad timing', 15], ['Bad Timing.', 6], ['Timing bad', 5]),
  },
  {
    name: 'No budget this year',
    spellings: spell(
      'No budget this year',
      ['no budget this year', 12],
      ['No budget\r\nthis year', 5],
      ['No budget this year (!)', 5],
      ['No buget this year', 5],
    ),
  },
  {
    name: 'Public tender rules',
    spellings: spell('Public tender rules', ['public tender rules', 14], ['Public Tender Rules', 8]),
  },
  { name: 'Missing mobile app', spellings: spell('Missing mobile app', ['missing mobile app', 20]) },
  { name: 'Champion left', spellings: spell('Champion left', ['champion left', 20]) },
]

const usualReasons = [40, 13, 12, 8, 9, 8, 3, 4, 3]
const latestReasons = [37, 9, 9, 25, 7, 6, 3, 2, 2]

export const plan: Plan = {
  seed: 20_261_002,
  asOf: day('2026-10-02'),
  reps,
  products,
  account,
  leads: {
    from: day('2024-10-01'),
    counts,
    partial: 42,
    rates,
    lag: [
      [0, 6],
      [0.1, 14],
      [0.25, 22],
      [0.5, 33],
      [0.75, 49],
      [0.9, 67],
      [1, 89],
    ],
    late: 0.05,
    noise: 0.06,
    sources: (month) => [
      { item: 'Organic Search', weight: 34, converts: 1 },
      { item: 'Paid Search', weight: 22, converts: 0.8 },
      { item: 'Paid Social', weight: 10 + month, converts: 0.6 },
      { item: 'Direct Traffic', weight: 14, converts: 1.1 },
      { item: 'Referrals', weight: 10, converts: 1.6 },
      { item: 'Offline Sources', weight: 8, converts: 1.4 },
    ],
  },
  deals: {
    from: day('2024-10-01'),
    lostPerQuarter: new Map([
      ['2024-Q4', 62],
      ['2025-Q1', 72],
      ['2025-Q2', 80],
      ['2025-Q3', 90],
      ['2025-Q4', 100],
      ['2026-Q1', 112],
      ['2026-Q2', 132],
      ['2026-Q3', 146],
      ['2026-Q4', 3],
    ]),
    lostCycle: [
      [0, 6],
      [0.1, 16],
      [0.25, 31],
      [0.5, 58],
      [0.75, 92],
      [0.9, 130],
      [1, 175],
    ],
    openAges: [
      [0, 1],
      [0.5, 22],
      [1, 52],
    ],
    openCount: 92,
    expected: [30, 70],
    stalledAges: [
      [0, 125],
      [0.5, 230],
      [1, 480],
    ],
    stalledCount: 74,
    expansionsPerQuarter: new Map([
      ['2024-Q4', 10],
      ['2025-Q1', 11],
      ['2025-Q2', 12],
      ['2025-Q3', 12],
      ['2025-Q4', 13],
      ['2026-Q1', 14],
      ['2026-Q2', 20],
      ['2026-Q3', 24],
    ]),
    wonBack: {
      older: 11,
      newer: 3,
      lag: [
        [0, 24],
        [0.5, 80],
        [1, 168],
      ],
    },
    segments: [
      { item: 'Single-site', weight: 55, price: 0.8 },
      { item: 'Multi-site', weight: 28, price: 1.5 },
      { item: 'Municipal', weight: 17, price: 1.2 },
    ],
    sources: { winBack: 'Win-back', expansion: 'Existing customer' },
    mix: (quarter) => (quarter === '2026-Q3' ? [14, 21, 16, 15, 34] : [30, 25, 20, 15, 10]),
    usualMix: [29, 25, 20, 14, 12],
    reasons,
    reasonWeights: (quarter, segment) => {
      const base = quarter >= '2026-Q3' ? latestReasons : usualReasons
      return segment === 'Municipal'
        ? base.map((weight, index) => (index === 6 ? 34 : weight))
        : base.map((weight, index) => (index === 6 ? 2 : weight))
    },
    unreasoned: 0.12,
    blanks: [
      { item: '', weight: 70 },
      { item: 'Other', weight: 18 },
      { item: 'N/A', weight: 12 },
    ],
    administrative: [
      { item: 'Duplicate', weight: 6 },
      { item: 'duplicate', weight: 2 },
      { item: 'Test', weight: 3 },
      { item: 'Invalid number', weight: 3 },
    ],
    singles: [
      'Owner sold the marina to a hotel chain before the second call',
      'Hurricane season, they lost two piers and stopped every purchase until the insurance pays',
      'Wants "one bill for power, water and berths", which we do not do',
      'Board split 4:3, they will build it themselves with a nephew of the harbor master',
    ],
  },
  targets: {
    quarter: '2026-Q3',
    owners: [1.08, 0.84, 1.04, 0.91, 1.32, 0.71, 0.64, 0.78, 1.12, 0.95, 1.02, 0.88],
    teams: new Map([
      ['Atlantic', 1.05],
      ['Gulf and Lakes', 0.94],
      ['Pacific', 1.03],
    ]),
    products: [0.86, 1.03, 0.94, 1.06, 1.24],
    company: { name: 'Harborline', currency: 'USD', attainment: 1.02 },
    before: ['2026-Q1', '2026-Q2'],
    usual: [0.92, 0.97, 1.01, 1.04, 1.1, 0.85],
    next: '2026-Q4',
    step: 50_000,
    whale: null,
    creditNote: null,
  },
  customers: {
    legacy: 250,
    legacyFrom: day('2022-01-10'),
    legacyUntil: day('2024-09-27'),
    year: [day('2025-09-30'), day('2026-09-30')],
    churned: 0.23,
    reduced: 0.12,
    churnedBefore: 20,
    undone: 26,
    undoneProduct: 4,
    churnReasons: [
      { item: 'Nobody helped after the sale', weight: 26 },
      { item: 'Price increase', weight: 18 },
      { item: 'Missing integration', weight: 16 },
      { item: 'Marina sold or closed', weight: 12 },
      { item: 'Too complex for the staff', weight: 10 },
      { item: '', weight: 18 },
    ],
    winBackTried: 0.09,
    regained: 0.03,
  },
  surveys: {
    answers: [28, 27, 29, 28, 50, 26, 27, 28, 29, 27, 28, 28],
    featured: { product: 4, share: 0.9, most: 6 },
    exact: null,
    moods: { promoter: 54, passive: 28, detractor: 18 },
    owner: { index: 4, moods: { promoter: 20, passive: 26, detractor: 54 } },
    product: { index: 4, moods: { promoter: 24, passive: 28, detractor: 48 } },
    earlier: new Map([
      ['2025-Q4', 120],
      ['2026-Q1', 130],
      ['2026-Q2', 150],
    ]),
    touchpoints: ['Sale', 'Onboarding', 'Support', 'Delivery'],
    touchpointScores: [
      { item: 10, weight: 34 },
      { item: 9, weight: 36 },
      { item: 8, weight: 20 },
      { item: 7, weight: 10 },
    ],
    touchpointAnswers: new Map([
      ['2026-Q1', 60],
      ['2026-Q2', 80],
      ['2026-Q3', 120],
    ]),
    comments,
  },
  afterSale: {
    invoicesFrom: day('2025-01-01'),
    incentiveRate: 0.09,
    renewalIncentiveRate: 0,
    confirmed: 0.95,
    confirmLag: [
      [0, 6],
      [0.25, 19],
      [0.5, 30],
      [0.75, 46],
      [1, 96],
    ],
    paidBefore: { promoter: 0.55, passive: 0.65, detractor: 0.85 },
    neverConfirmedPaid: 14,
    requiredFields: ['Billing contact', 'Tax ID', 'Payment details', 'Signed order form'],
    incomplete: { promoter: 0.26, passive: 0.36, detractor: 0.6 },
    activation: {
      complete: [
        [0, 6],
        [0.5, 17],
        [1, 34],
      ],
      incomplete: [
        [0, 24],
        [0.5, 47],
        [1, 92],
      ],
    },
    followedUp: { promoter: 0.62, passive: 0.5, detractor: 0.26 },
    followUpLag: [
      [0, 0],
      [1, 24],
    ],
    late: 0.4,
    checkedIn: 0.18,
    beforeSale: 0.15,
    afterLoss: 0.05,
    contactKinds: ['Call', 'Call', 'Email', 'Meeting'],
  },
  debriefs: {
    lost: 0.1,
    churned: 0.12,
    sameDay: 0.4,
    long: 0.45,
    byOwner: 0.62,
    agreeing: 0.5,
    interviewers: ['Priya Raman', 'Colin Ashby'],
  },
  stages: {
    from: day('2026-02-01'),
    names: {
      first: 'Prospecting',
      discovery: 'Discovery',
      proposal: 'Proposal/Price Quote',
      negotiation: 'Negotiation/Review',
      won: 'Closed Won',
      lost: 'Closed Lost',
    },
    premature: { won: 0.24, lost: 0.56, open: 0.45 },
  },
}
