// How many losses carry a reason, per owner: where to begin when too few do.
import type { Table } from '../../../report/index.ts'
import { wilsonInterval } from '../../../stats/index.ts'
import type { Analysis } from '../analysis.ts'
import { nounOf, titleFor } from '../nouns.ts'
import { compareText } from '../tally.ts'

/** null where no owner is known or coverage has no meaning (leads). */
export function coverageTable({ segments, population, coverage }: Analysis): Table | null {
  const owners = segments.find(({ column }) => column === 'owner')
  if (owners === undefined || coverage === null || owners.values.length === 0) return null
  const noun = nounOf(population)
  const rows = owners.values
    .filter(({ losses }) => losses > 0)
    .map(({ label, losses, reasoned }) => {
      const { share, lower, upper } = wilsonInterval(reasoned, losses)
      return { label, losses, reasoned, share: share ?? 0, lower, upper }
    })
    .sort((a, b) => a.share - b.share || b.losses - a.losses || compareText(a.label, b.label))
  return {
    id: `coverage-by-owner${noun.suffix}`,
    title: titleFor(noun, 'How many losses carry a reason, by owner'),
    note: `Coverage: ${noun.many} with a reason / ${noun.many} of the owner${owners.restReasoned > 0 ? '; the owners with most of them' : ''}.`,
    columns: [
      { id: 'owner', label: 'Owner', type: 'text' },
      { id: 'losses', label: noun.label, type: 'count' },
      { id: 'reasoned', label: 'With a reason', type: 'count' },
      { id: 'coverage', label: 'Coverage', type: 'share', bar: true },
      { id: 'lower', label: '95 % from', type: 'share', priority: 2 },
      { id: 'upper', label: 'to', type: 'share', priority: 2 },
    ],
    rows: rows.map(({ label, losses, reasoned, share, lower, upper }) => [
      label,
      losses,
      reasoned,
      share,
      lower,
      upper,
    ]),
  }
}
