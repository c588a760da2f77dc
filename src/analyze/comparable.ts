// Reports of different teams say nothing about each other: every finding of one would be new or resolved in the other.
import { SalescheckError } from '../errors.ts'
import type { Report } from '../report/index.ts'
import { sameTeam } from './team-name.ts'

const teamOf = ({ settings }: Report): string | null => {
  const team = settings.find(({ key }) => key === 'team')?.value
  return typeof team === 'string' ? team : null
}

const inWords = (team: string | null): string => (team === null ? 'the whole company' : `team ${team}`)

/** Throws SalescheckError `usage` unless both reports are of the same team, or of none. `name`: the earlier report, for the message. */
export function refuseOtherTeam(before: Report, now: Report, name: string): void {
  const [old, current] = [teamOf(before), teamOf(now)]
  if (old === current || (old !== null && current !== null && sameTeam(old, current))) return
  throw new SalescheckError('usage', `${name} is a report of ${inWords(old)}, not of ${inWords(current)}`, {
    hint: 'Keep one report per team to compare with.',
  })
}
