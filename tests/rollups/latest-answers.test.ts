// What every customer said last: one row each, also where several answers are of the same day.
import { expect, it } from 'vitest'
import { latestAnswersUntil } from '../../src/rollups/latest-answers.ts'
import { engineWith } from '../detectors/scenario.ts'

const answer = (
  survey_id: string,
  customer: string,
  answered_on: string,
  score: string,
  kind = 'journey',
): Readonly<Record<string, string>> => ({ survey_id, customer, answered_on, score, kind })

const surveys = [
  answer('S1', 'Once', '2026-05-01', '3'),
  answer('S2', 'Twice', '2026-05-01', '3'),
  answer('S3', 'Twice', '2026-05-02', '9'),
  // The same day: the last id counts, of the same id the lower score.
  answer('S9', 'Same day', '2026-05-03', '1'),
  answer('S10', 'Same day', '2026-05-03', '10'),
  answer('S4', 'same  day ', '2026-05-02', '5'),
  answer('S5', 'Same id', '2026-05-03', '8'),
  answer('S5', 'Same id', '2026-05-03', '7'),
  // None of these counts.
  answer('S6', 'Once', '2026-07-01', '10'),
  answer('S7', 'Once', '2026-05-09', '10', 'touchpoint'),
  answer('S8', 'Once', '2026-05-09', '11'),
]

it.each([surveys, surveys.toReversed()])(
  'one row per customer, whatever the order of the rows',
  async (...rows) => {
    const engine = await engineWith({ surveys: rows })
    try {
      const { dialect } = engine
      const found = await engine.all(
        latestAnswersUntil('2026-06-30', 'customer_key', { dialect, asOf: '2026-12-31' }),
        { customer: 'text', answeredOn: 'date', score: 'integer' },
      )
      expect(found.toSorted((a, b) => (a.customer < b.customer ? -1 : 1))).toEqual([
        { customer: 'once', answeredOn: '2026-05-01', score: 3 },
        { customer: 'same day', answeredOn: '2026-05-03', score: 1 },
        { customer: 'same id', answeredOn: '2026-05-03', score: 7 },
        { customer: 'twice', answeredOn: '2026-05-02', score: 9 },
      ])
    } finally {
      await engine.close()
    }
  },
)
