// The benchmark: seeded exports of 10k, 1M and 5M deals, salescheck against hand-written SQL in DuckDB and against csv-parse with Maps.
// All must give the same figures before anything is timed.
//
//   npm run bench -- [--sizes 10k,1m,5m] [--attempts 3] [--folder DIR] [--keep] [--only NAME,NAME] (salescheck, salescheck-all, salescheck-three, sql-ignore, ..., csv-parse)
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { variants } from './contestants/hand-written-sql.ts'
import { differences, statements, type Figures } from './figures.ts'
import { generateExports } from './generate.ts'
import { generateMore } from './generate-more.ts'
import { measure, type Run } from './measure.ts'
import { productStatements } from './product-figures.ts'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,1m,5m' },
    attempts: { type: 'string', default: '3' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})

const sizes: Readonly<Record<string, number>> = {
  '10k': 10_000,
  '100k': 100_000,
  '1m': 1_000_000,
  '5m': 5_000_000,
}
const seed = 20_260_731
const memoryLimit = '1GB'
const root = join(import.meta.dirname, '../../..')

interface Bar {
  readonly size: string
  readonly against: 'sql' | 'csv-parse'
  readonly most: number
}
const bars: readonly Bar[] = [
  { size: '5m', against: 'sql', most: 1.3 },
  { size: '1m', against: 'csv-parse', most: 0.35 },
  { size: '10k', against: 'csv-parse', most: 1.5 },
]
const mostMiB = 1536
/** All questions against the three founding ones, and `--version` against a process that does nothing. */
const mostOfAll = 1.6
const mostOfVersion = 1.5

const base = options.folder ?? mkdtempSync(join(tmpdir(), 'salescheck-bench-'))
const say = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

function filesOf(size: string): string {
  const folder = join(base, size)
  if (existsSync(join(folder, 'targets.csv'))) return folder
  mkdirSync(folder, { recursive: true })
  say(`making ${size} ...`)
  generateExports(folder, sizes[size] ?? 0, seed)
  return folder
}

/** The same exports and those of the other questions. */
function allFilesOf(size: string): string {
  const folder = join(base, `${size}-all`)
  if (existsSync(join(folder, 'touchpoints.csv'))) return folder
  mkdirSync(folder, { recursive: true })
  for (const name of ['deals.csv', 'leads.csv', 'surveys.csv', 'targets.csv'])
    if (!existsSync(join(folder, name))) linkSync(join(filesOf(size), name), join(folder, name))
  say(`making more of ${size} ...`)
  generateMore(folder, sizes[size] ?? 0, seed)
  return folder
}

/** What the others compute, too. */
const founding = ['target-hit-nps-low', 'funnel-outpaces-conversion', 'lost-reasons']
/** All questions, and these three, on the exports that all questions read. */
const everything = 'salescheck-all'
const three = 'salescheck-three'

const contestant = join(import.meta.dirname, 'contestant.js')

function commandOf(name: string, size: string, temp: string): string[] {
  if (name.startsWith('salescheck'))
    return [
      join(root, 'bin/salescheck.js'),
      'analyze',
      name === everything || name === three ? allFilesOf(size) : filesOf(size),
      ...(name === everything ? [] : ['--detector', founding.join(',')]),
      '--format',
      'json',
      '--memory-limit',
      memoryLimit,
      '--quiet',
    ]
  return [contestant, name, filesOf(size), memoryLimit, temp]
}

const statementsOf = (name: string, run: Run): Map<string, number> => {
  if (name.startsWith('salescheck')) return productStatements(run.stdout)
  const figures: Figures = JSON.parse(readFileSync(run.stdout, 'utf8'))
  return statements(figures)
}

/** All contestants say the same, or the bench ends here. */
function compare(said: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const entries = [...said]
  const [first] = entries
  if (first === undefined) return
  const reference = entries.find(([name]) => !name.startsWith('salescheck')) ?? first
  for (const [name, found] of entries) {
    // salescheck shows a part of the figures; what it shows must be right.
    const wrong = name.startsWith('salescheck')
      ? differences(reference[1], found)
      : [...differences(reference[1], found), ...differences(found, reference[1])]
    if (wrong.length > 0)
      throw new Error(
        `${name} and ${reference[0]} differ in ${wrong.length} figures:\n${wrong.slice(0, 10).join('\n')}`,
      )
  }
  say(`  equal: ${entries.map(([name, found]) => `${name} ${found.size}`).join(', ')} figures`)
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)

async function race(size: string): Promise<boolean> {
  const temp = join(base, 'temp')
  mkdirSync(temp, { recursive: true })
  const all = ['salescheck', three, everything, ...variants.map((name) => `sql-${name}`), 'csv-parse']
  const only = options.only?.split(',')
  const names = all.filter((name) => only === undefined || only.includes(name))
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]))
  const said = new Map<string, ReadonlyMap<string, number>>()
  say(`${size}:`)
  for (const name of names) {
    const run = await measure(commandOf(name, size, temp), temp)
    // On more exports the figures are others; nobody else computes them.
    if (name !== everything && name !== three) said.set(name, statementsOf(name, run))
  }
  compare(said)
  // Interleaved, so that a busy moment of the machine hits everybody.
  for (let attempt = 0; attempt < Number(options.attempts); attempt++)
    for (const name of names) runs.get(name)?.push(await measure(commandOf(name, size, temp), temp))
  for (const [name, list] of runs) {
    const seconds = list.map((run) => run.seconds)
    const peak = list.map((run) => run.peakMiB).reduce((a, b) => Math.max(a, b), 0)
    say(
      `  ${name.padEnd(16)} best ${least(seconds).toFixed(2)} s, median ${median(seconds).toFixed(2)} s, cpu ${median(list.map((run) => run.cpuSeconds)).toFixed(2)} s, peak ${peak.toFixed(0)} MiB`,
    )
  }
  return judge(size, runs)
}

function judge(size: string, runs: ReadonlyMap<string, readonly Run[]>): boolean {
  const best = (prefix: string, of: (run: Run) => number): number =>
    least(
      [...runs]
        .filter(([name]) => (prefix.startsWith('salescheck') ? name === prefix : name.startsWith(prefix)))
        .flatMap(([, list]) => list.map(of)),
    )
  let kept = true
  for (const against of ['sql', 'csv-parse'] as const) {
    const ratio = best('salescheck', (run) => run.seconds) / best(against, (run) => run.seconds)
    const cpu = best('salescheck', (run) => run.cpuSeconds) / best(against, (run) => run.cpuSeconds)
    // Contestants left out have no time.
    if (!Number.isFinite(ratio) || ratio === 0) continue
    const bar = bars.find((one) => one.size === size && one.against === against)
    const verdict =
      bar === undefined ? '' : ratio <= bar.most ? `  (bar ${bar.most}: kept)` : `  (bar ${bar.most}: MISSED)`
    kept &&= bar === undefined || ratio <= bar.most
    say(
      `  salescheck / ${against}: ${ratio.toFixed(2)} of the time, ${cpu.toFixed(2)} of the processor time${verdict}`,
    )
  }
  const ofAll = best(everything, (run) => run.seconds) / best(three, (run) => run.seconds)
  if (Number.isFinite(ofAll)) {
    const verdict = ofAll <= mostOfAll ? 'kept' : 'MISSED'
    say(
      `  all questions / the founding three: ${ofAll.toFixed(2)} of the time  (bar ${mostOfAll}: ${verdict})`,
    )
    kept &&= size !== '5m' || ofAll <= mostOfAll
  }
  const peak = (runs.get('salescheck') ?? []).reduce((most, run) => Math.max(most, run.peakMiB), 0)
  if (peak > mostMiB) say(`  peak memory ${peak.toFixed(0)} MiB: over ${mostMiB} MiB, MISSED`)
  return kept && peak <= mostMiB
}

/** Start-up alone. */
async function raceVersion(): Promise<boolean> {
  const temp = join(base, 'temp')
  mkdirSync(temp, { recursive: true })
  const seconds: Record<'version' | 'nothing', number[]> = { version: [], nothing: [] }
  for (let attempt = 0; attempt < 15; attempt++) {
    const version = await measure([join(root, 'bin/salescheck.js'), '--version'], temp)
    seconds.version.push(version.seconds)
    seconds.nothing.push((await measure(['-e', '0'], temp)).seconds)
  }
  const ratio = median(seconds.version) / median(seconds.nothing)
  const verdict = ratio <= mostOfVersion ? 'kept' : 'MISSED'
  say(
    `--version / node -e 0: ${ratio.toFixed(2)} of the time, medians of 15  (bar ${mostOfVersion}: ${verdict})`,
  )
  return ratio <= mostOfVersion
}

try {
  say(
    `node ${process.version}, ${availableParallelism()} processors, memory limit ${memoryLimit}, ${options.attempts} attempts, seed ${seed}`,
  )
  let kept = await raceVersion()
  for (const size of options.sizes.split(',')) {
    if (sizes[size] === undefined)
      throw new Error(`unknown size ${size}: one of ${Object.keys(sizes).join(', ')}`)
    kept = (await race(size)) && kept
  }
  process.exitCode = kept ? 0 : 1
} finally {
  if (!options.keep && options.folder === undefined) rmSync(base, { recursive: true, force: true })
  else say(`files kept in ${base}`)
}
