// Reports that say nothing about each other: of different teams, or with other names, every finding of one would be new or resolved in the
// other; and what was found before would bring the real names into a report that must not have them.
import { SalescheckError } from '../errors.ts'
import type { Report } from '../report/index.ts'
import { sameTeam } from './team-name.ts'

const teamOf = ({ settings }: Report): string | null => {
  const team = settings.find(({ key }) => key === 'team')?.value
  return typeof team === 'string' ? team : null
}

const inWords = (team: string | null): string => (team === null ? 'the whole company' : `team ${team}`)

const isAnonymous = ({ settings }: Report): boolean =>
  settings.find(({ key }) => key === 'anonymize')?.value === true

/**
 * Throws SalescheckError `usage` unless both reports are of the same team, or of none, and both with names or both without. `name`: the
 * earlier report, for the message.
 */
export function refuseIncomparable(before: Report, now: Report, name: string): void {
  const [old, current] = [teamOf(before), teamOf(now)]
  if (old !== current && (old === null || current === null || !sameTeam(old, current)))
    throw new SalescheckError('usage', `${name} is a report of ${inWords(old)}, not of ${inWords(current)}`, {
      hint: 'Keep one report per team to compare with.',
    })
  if (isAnonymous(before) === isAnonymous(now)) return
  const made = isAnonymous(before)
    ? 'with pseudonyms, this one with names'
    : 'with names, this one with pseudonyms'
  throw new SalescheckError('usage', `${name} is a report ${made}`, {
    hint: 'Compare reports that were both made with --anonymize, or both without; keep a new one to compare with from now on.',
  })
}
