// The manual page, in the man macros of troff, made from the help of the commands.
import { version } from '../version.ts'
import type { Flag, Subcommand } from './completion/command-line.ts'

/** Text that troff prints as it stands: no escapes, no macro at the start of a line, and dashes that can be copied. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^(?=[.'])/gm, String.raw`\&`)
    .replaceAll(
      /[^\n -~]/gu,
      (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )

const quoted = (text: string): string => `"${roff(text).replaceAll('"', String.raw`\(dq`)}"`
const section = (title: string): string => `.SH ${quoted(title.toUpperCase())}\n`
const heading = (group: string): string => group.replace(/:$/, '')
const entry = (term: string, text: string): string => `.TP\n.B ${quoted(term)}\n${roff(text)}\n`

/** Flags that several commands share are described once. */
function options(subcommands: readonly Subcommand[]): string {
  const groups = new Map<string, Map<string, Flag>>()
  for (const flag of subcommands.flatMap(({ flags }) => flags)) {
    const group = heading(flag.group)
    const known = groups.get(group) ?? new Map<string, Flag>()
    groups.set(group, known)
    const key = `${flag.usage} ${flag.description}`
    if (!known.has(key)) known.set(key, flag)
  }
  return [...groups]
    .map(
      ([group, flags]) =>
        `.SS ${quoted(group)}\n${[...flags.values()].map(({ usage, description }) => entry(usage, description)).join('')}`,
    )
    .join('')
}

/** Groups of many flags, named by their heading only. */
const isLong = (group: string, flags: readonly Flag[]): boolean =>
  flags.filter((flag) => flag.group === group).length > 6 && group !== 'Output:'

const size = (flags: readonly Flag[], group: string): number =>
  new Set(flags.flatMap((flag) => (flag.group === group ? [flag.long] : []))).size

/** Some commands have no use for a few flags of a group. */
function taken(flags: readonly Flag[], known: readonly Flag[]): string {
  const groups = [...new Set(flags.map(({ group }) => group))].filter((group) => isLong(group, flags))
  const single = flags.filter(({ group, long }) => !groups.includes(group) && long !== '--help')
  const parts = [
    ...single.map(({ long }) => long),
    ...groups.map(
      (group) =>
        `${size(flags, group) < size(known, group) ? 'most' : 'all'} under \u201C${heading(group)}\u201D`,
    ),
  ]
  return parts.length === 0 ? '' : ` Takes ${parts.join(', ')}.`
}

const command = ({ name, usage, summary, flags }: Subcommand, known: readonly Flag[]): string =>
  entry(`salescheck ${name} ${usage}`.trim(), `${summary}.${taken(flags, known)}`)

const exitStatus: readonly (readonly [string, string])[] = [
  ['0', 'It ran; nothing is at or over --fail-on.'],
  ['1', 'It ran, and something is at or over --fail-on.'],
  ['2', 'It did not run: a wrong flag, configuration, input or output, too many rejected rows, or a bug.'],
  ['130', 'It was interrupted; nothing was written.'],
]

const environment: readonly (readonly [string, string])[] = [
  [
    'SALESCHECK_…',
    'Every setting: SALESCHECK_FAIL_ON for --fail-on, SALESCHECK_LOST_REASONS_MIN_COVERAGE for --lost-reasons.min-coverage. Flags win.',
  ],
  ['SALESCHECK_DEBUG', 'Not empty: show the stack of an error.'],
  ['NO_COLOR, FORCE_COLOR', 'No colour, or colour on a pipe; --color wins.'],
  ['GITHUB_ACTIONS, GITLAB_CI', 'What --ci auto looks at.'],
  ['GITHUB_STEP_SUMMARY', 'The file to which --ci github appends the job summary.'],
]

export function manPage(subcommands: readonly Subcommand[], description: string, examples: string): string {
  const known = subcommands.flatMap(({ flags }) => flags)
  const example = examples
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
  return [
    `.TH SALESCHECK 1 "" ${quoted(`salescheck ${version}`)} "User Commands"\n`,
    // Neither hyphens nor wide gaps: flags are there to be copied.
    '.nh\n.ad l\n',
    section('Name'),
    `salescheck \\- ${roff('answers fixed questions about sales from the exports of sales tools')}\n`,
    section('Synopsis'),
    `.B salescheck\n.I command\n${roff('[options] [arguments]')}\n`,
    section('Description'),
    `${roff(description)}\n`,
    section('Commands'),
    ...subcommands.map((one) => command(one, known)),
    section('Options'),
    options(subcommands),
    section('Exit status'),
    ...exitStatus.map(([code, text]) => entry(code, text)),
    section('Environment'),
    ...environment.map(([name, text]) => entry(name, text)),
    section('Files'),
    entry('salescheck.json', 'Settings and mappings; looked for in the folder given, here, and upwards.'),
    section('Examples'),
    `.nf\n${example.map(roff).join('\n')}\n.fi\n`,
  ].join('')
}
