// The format of a column from all its cells, by the type of the canonical column.
import type { DecideFormat } from './contract.ts'
import { decideChoice } from './choice.ts'
import { decideDate } from './date.ts'
import { decideNumber } from './number.ts'
import { decideScore } from './score.ts'

export const decideFormat: DecideFormat = (target, cells, hints) => {
  switch (target) {
    case 'text':
      return { format: { kind: 'text' } }
    case 'date':
      return decideDate(cells, hints)
    case 'money':
    case 'number':
    case 'integer':
      return decideNumber(cells, hints, target)
    case 'score':
      return decideScore(cells, hints)
    case 'flag':
      return { format: { kind: 'flag' } }
    default:
      return decideChoice(cells, hints)
  }
}
