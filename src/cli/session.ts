// What every command that reads exports does alike: settings, the run, counts on stderr, the rejects file.
import type { Command } from 'commander'
import {
  analyze,
  detectors,
  emptyConfig,
  inspect,
  parseConfig,
  rejectsCsv,
  resolveSettings,
  SalescheckError,
  terminalText,
  wrapText,
  type Analysis,
  type Detector,
  type Inspection,
  type RunHooks,
  type Settings,
} from '../index.ts'
import { findConfig } from './config-file.ts'
import { terminalWidth, write, type Io } from './io.ts'
import { givenPins, givenSettings, type SettingFlags } from './options.ts'
import { refuseInput, writeWhole } from './output-file.ts'
import { readPseudonyms, writePseudonyms } from './pseudonym-file.ts'
import { startProgress } from './progress.ts'

export interface Session {
  readonly paths: readonly string[]
  /** The salescheck.json in force. */
  readonly config: string | null
  readonly settings: Settings
  readonly pins: ReturnType<typeof givenPins>
  readonly quiet: boolean
}

/** Settings from flags, environment and salescheck.json, and the path of the file that was used. */
export async function openSettings(
  command: Command,
  paths: readonly string[],
  flags: SettingFlags,
  io: Io,
  only: readonly Detector[] | null,
): Promise<{ settings: Settings; path: string | null }> {
  const options = command.opts<{ config?: string | boolean; detector?: string[] }>()
  const named =
    typeof options.config === 'boolean' ? (options.config ? undefined : (false as const)) : options.config
  const found = await findConfig(named, paths, io)
  const config = found === null ? emptyConfig : await parseConfig(found.text, found.path, detectors)
  const settings = resolveSettings({
    all: only ?? detectors,
    config,
    flags: givenSettings(command, flags),
    env: io.env,
    only: options.detector?.flatMap((ids) => ids.split(',')) ?? null,
  })
  return { settings, path: config.path }
}

/** What a command that reads exports needs; throws SalescheckError when no input is named or a setting is wrong. */
export async function openSession(
  command: Command,
  paths: readonly string[],
  flags: SettingFlags,
  io: Io,
  only: readonly Detector[] | null = null,
): Promise<Session> {
  const pins = givenPins(command)
  const all = [...new Set([...paths, ...pins.keys()])]
  if (all.length === 0) {
    throw new SalescheckError('usage', 'no files or folders were given', {
      hint: `Name the folder with your exports: salescheck ${command.name()} exports/`,
    })
  }
  if (all.includes('-') && io.stdin.isTTY) {
    throw new SalescheckError('usage', '`-` reads standard input, and nothing is piped into it', {
      hint: `Pipe a file: cat deals.csv | salescheck ${command.name()} -`,
    })
  }
  const { settings, path: config } = await openSettings(command, all, flags, io, only)
  return { paths: all, config, settings, pins, quiet: command.getOptionValue('quiet') === true }
}

interface Read {
  readonly sources: Inspection['sources']
  readonly rejects: Analysis['rejects']
}

/** What no output may replace: the paths that were named, and the files found in them. */
export const filesRead = ({ paths, config }: Session, sources: Read['sources']): string[] => [
  ...paths,
  ...(config === null ? [] : [config]),
  ...sources.map(({ name }) => name),
]

/** Runs `work` with progress on stderr, then writes counts and the rejects file. */
async function withProgress<T extends Read>(
  session: Session,
  command: Command,
  io: Io,
  work: (hooks: RunHooks) => Promise<T>,
): Promise<T> {
  const rejectsFile = command.getOptionValue('rejects') as string | undefined
  const mapFile = command.getOptionValue('anonymizeMap') as string | undefined
  for (const file of [rejectsFile, mapFile]) if (file !== undefined) await refuseInput(file, session.paths)
  if (mapFile !== undefined && !session.settings.general.anonymize) {
    throw new SalescheckError('usage', '--anonymize-map goes with --anonymize')
  }
  const pseudonyms = mapFile === undefined ? null : await readPseudonyms(mapFile, io)
  const progress = startProgress(io, session.quiet)
  try {
    const result = await work({
      pins: session.pins,
      stdin: io.stdin,
      keepRejects: rejectsFile !== undefined,
      ...(pseudonyms === null ? {} : { pseudonyms }),
      signal: io.signal,
      onProgress: (step) => progress.update(step),
    })
    progress.end()
    // The files of a folder are known now.
    for (const file of [rejectsFile, mapFile])
      if (file !== undefined) await refuseInput(file, filesRead(session, result.sources))
    if (mapFile !== undefined && pseudonyms !== null) await writePseudonyms(mapFile, pseudonyms)
    if (rejectsFile !== undefined) await writeWhole(rejectsFile, rejectsCsv(result.rejects))
    if (!session.quiet)
      await write(io.stderr, countsLine(result, rejectsFile, terminalWidth(io.stderr, io.env)))
    checkRejects(result, session.settings)
    return result
  } finally {
    progress.end()
  }
}

export async function runSession(session: Session, command: Command, io: Io): Promise<Analysis> {
  return withProgress(session, command, io, async (hooks) => {
    const analysis = await analyze(session.paths, session.settings, hooks)
    return { ...analysis, sources: analysis.report.sources }
  })
}

export async function inspectSession(session: Session, command: Command, io: Io): Promise<Inspection> {
  const { inspection } = await withProgress(session, command, io, async (hooks) => {
    const found = await inspect(session.paths, session.settings, hooks)
    return { ...found, sources: found.inspection.sources }
  })
  return inspection
}

const grouped = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')

function totals({ sources }: Read): {
  read: number
  used: number
  rejected: number
  aside: number
  files: number
} {
  const sum = { read: 0, used: 0, rejected: 0, aside: 0, files: 0 }
  for (const { table, rows } of sources) {
    if (table === null) continue
    sum.files += 1
    sum.read += rows.read
    sum.used += rows.used
    sum.rejected += rows.rejected
    for (const { rows: aside } of rows.setAside) sum.aside += aside
  }
  return sum
}

function countsLine(result: Read, rejectsFile: string | undefined, columns: number | null): string {
  const { read, used, rejected, aside, files } = totals(result)
  const unknown = result.sources.filter(({ table }) => table === null).map(({ name }) => name)
  const where = rejected === 0 || rejectsFile !== undefined ? '' : ' (--rejects FILE lists them)'
  const to = rejectsFile === undefined ? '' : `, rejects in ${rejectsFile}`
  const lines = [
    `read ${grouped(read)} row${read === 1 ? '' : 's'} from ${files} file${files === 1 ? '' : 's'}: ${grouped(used)} used, ${grouped(rejected)} rejected${where}, ${grouped(aside)} set aside${to}`,
  ]
  if (unknown.length > 0) {
    lines.push(`not recognised, not read: ${unknown.join(', ')} (salescheck inspect says why)`)
  }
  const told = lines.map((line) => terminalText(line))
  return `${(columns === null ? told : told.flatMap((line) => wrapText(line, columns))).join('\n')}\n`
}

function checkRejects(result: Read, settings: Settings): void {
  const limit = settings.general.maxRejects
  if (limit === null) return
  const { read, rejected } = totals(result)
  const share = limit.trim().endsWith('%')
  const most = (Number.parseFloat(limit) / (share ? 100 : 1)) * (share ? read : 1)
  if (rejected <= most) return
  throw new SalescheckError(
    'too-many-rejects',
    `${rejected} of ${read} rows were rejected, more than --max-rejects ${limit}`,
    {
      hint: 'salescheck inspect shows the reasons; --rejects FILE writes the rows.',
    },
  )
}
