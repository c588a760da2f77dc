// paid-before-confirmed on businesses drawn at random: ten owners, both limits met exactly, or one of them passed.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide, type Input } from '../../src/detectors/paid-before-confirmed/decide.ts'
import { paidBeforeConfirmed } from '../../src/detectors/paid-before-confirmed/index.ts'
import { surroundings } from '../detectors/surroundings.ts'
import { drawGroups, sumOf } from './draws.ts'
import { problemsOf, tenOwners } from './ten-owners.ts'

export const calibration = tenOwners(
  'paid-before-confirmed',
  'limit 20 %: 30 % of about 300 incentives paid early (the company); or 65 % of the 10 to 49 incentives of one owner of ten, where the others have 10 %',
  { limit: 0.2, all: 0.3, one: 0.65, others: 0.1 },
  (random, { total: paid, hits: early, groups }) => {
    const takenBack = sumOf(drawGroups(random, [paid], () => 0.05).map(({ hits }) => hits))
    const row = (state: string, incentives: number, hits: number): Input['rows']['paid'][number] => ({
      state,
      currency: 'EUR',
      incentives,
      early: hits,
      valued: incentives,
      amount: 100 * incentives,
    })
    // Some of those taken back were paid early, some after a confirmation.
    const earlyTakenBack = Math.min(early, Math.round(takenBack / 2))
    const { outcome, findings } = decide({
      rows: {
        totals: [{ invoices: paid, confirmed: paid - early, undated: 0 }],
        paid: [
          row('taken-back', takenBack, earlyTakenBack),
          row('before', early - earlyTakenBack, early - earlyTakenBack),
          row('after', paid - takenBack - (early - earlyTakenBack), 0),
        ],
        groups,
        waiting: [],
        nps: [],
        kept: [],
      },
      options: defaultOptions(paidBeforeConfirmed) as Input['options'],
      ...surroundings('2026-06-30'),
    })
    return { outcome, flagged: problemsOf(findings) }
  },
)
