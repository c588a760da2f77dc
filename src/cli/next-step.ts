// One line after a run that names what to do next; for people at a terminal only.
import { terminalText, type Report } from '../index.ts'
import { write, type Io } from './io.ts'

const shownPaths = 3

/** For a POSIX shell. */
const quoted = (path: string): string =>
  /^[\w./:=@%+,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`

const given = (paths: readonly string[]): string =>
  [...paths.slice(0, shownPaths).map(quoted), ...(paths.length > shownPaths ? ['...'] : [])].join(' ')

/** What a report asks for: the worst answer explained, what is missing looked at, or the run kept to compare with. */
export function nextStep(report: Report, paths: readonly string[]): string | null {
  const first = (...names: readonly string[]): string | undefined =>
    report.outcomes.find(({ outcome }) => names.includes(outcome))?.detector
  const loud = first('problem') ?? first('watch')
  if (loud !== undefined) return `salescheck explain ${loud}  (how it is decided)`
  if (first('skipped', 'insufficient-data') !== undefined)
    return `salescheck inspect ${given(paths)}  (what the files hold, and what is missing)`
  if (first('failed') !== undefined || report.baseline !== undefined) return null
  return 'add --report json=last.json, and --baseline last.json to the next run, to see what changes'
}

/** Says nothing to a pipe or a CI log, nor with `quiet`. */
export async function hintNextStep(
  report: Report,
  paths: readonly string[],
  quiet: boolean,
  io: Io,
): Promise<void> {
  if (quiet || !io.stderr.isTTY || (io.env['CI'] ?? '') !== '') return
  const step = nextStep(report, paths)
  if (step !== null) await write(io.stderr, `next: ${terminalText(step)}\n`)
}
