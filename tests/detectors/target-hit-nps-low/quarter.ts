// Rows of one quarter, written by hand or drawn: whose attainment is what, and how customers answered.
import { defaultOptions } from '../../../src/analyze/run-detector.ts'
import { targetHitNpsLow } from '../../../src/detectors/target-hit-nps-low/index.ts'

export type DecideInput = Parameters<typeof targetHitNpsLow.decide>[0]
type AnswerRow = DecideInput['rollups']['answers'][number]
export type Level = 'owner' | 'team' | 'product' | 'company'

/** Attainment, then detractors, passives, promoters of the quarter. */
export type Line = readonly [
  name: string,
  attainment: number | null,
  detractors: number,
  passives: number,
  promoters: number,
]

const month = 2025 * 12 + 4
const lists = (column: string) =>
  ['status', 'closed_on', 'amount', 'target_amount', 'start_on', 'score', 'answered_on'].includes(column)

function answerRow(level: Level, name: string | null, line: Line): AnswerRow {
  const [, , detractors, passives, promoters] = line
  const key = name?.toLowerCase() ?? null
  return {
    level,
    entityKey: key,
    entity: name,
    month,
    detractors,
    passives,
    promoters,
    monthDetractors: detractors,
    monthPassives: passives,
    monthPromoters: promoters,
    quarterDetractors: detractors,
    quarterPassives: passives,
    quarterPromoters: promoters,
    yearDetractors: detractors,
    yearPassives: passives,
    yearPromoters: promoters,
    viaSale: 0,
    viaCustomer: 0,
  }
}

export interface More {
  readonly level?: Level
  readonly options?: Partial<DecideInput['options']>
  readonly since?: string
  readonly until?: string
  /** Answers of nobody in the list: detractors, passives, promoters. */
  readonly others?: readonly [number, number, number]
}

const booking = (of: Level, name: string | null, amount: number) => ({
  level: of,
  entityKey: name?.toLowerCase() ?? null,
  entity: name,
  teamKey: null,
  month: '2025-05-01',
  currency: 'EUR',
  sales: 1,
  credits: 0,
  booked: amount,
})

export function inputOf(
  lines: readonly Line[],
  { level = 'owner', options, since, until, others = [0, 0, 0] }: More = {},
): DecideInput {
  const whole: Line = lines.reduce<Line>(
    (sum, line) => ['', null, sum[2] + line[2], sum[3] + line[3], sum[4] + line[4]],
    ['', null, ...others],
  )
  const one = level === 'company'
  const target = ([name]: Line) => ({
    level,
    entityKey: one ? null : name.toLowerCase(),
    entity: name,
    grain: 'quarter',
    startOn: '2025-04-01',
    endOn: '2025-06-30',
    currency: 'EUR',
    rows: 1,
    given: 1,
    target: 100,
  })
  const all = lines.reduce((sum, [, attainment]) => sum + (attainment ?? 0) * 100, 0)
  return {
    rows: {
      groups: [],
      surveyTotals: [],
      saleTotals: [],
    },
    rollups: {
      answers: [
        ...(one ? [] : lines.map((line) => answerRow(level, line[0], line))),
        answerRow('company', null, whole),
      ],
      targets: lines.filter(([, attainment]) => attainment !== null).map(target),
      bookings: [
        ...(one ? [] : lines.map(([name, attainment]) => booking(level, name, (attainment ?? 0) * 100))),
        booking('company', null, all),
      ],
    },
    options: { ...(defaultOptions(targetHitNpsLow) as DecideInput['options']), ...options },
    present: { has: (_table, column) => column === undefined || lists(column) },
    asOf: '2025-06-30',
    horizon: () => '2025-06-30',
    period: null,
    since: since ?? null,
    until: until ?? null,
    words: { aliases: new Map() },
  }
}
