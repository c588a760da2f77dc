// A folder of small exports that take every way through the reader (plain, Windows-1252, gzip, a folder), and a run over it that writes
// every kind of file, with one call of the file system going wrong.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bin } from '../cli/salescheck.ts'

const lines = (header: string, count: number, row: (at: number) => string): string =>
  `${[header, ...Array.from({ length: count }, (_, at) => row(at))].join('\n')}\n`

const deals = lines(
  'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount,Loss Reason',
  40,
  (at) =>
    `D${at},A${at % 7},Ann,${at % 2 === 0 ? 'Closed Lost' : 'Closed Won'},2026-01-0${1 + (at % 9)},2026-02-1${at % 9},1${at}.50,${at % 2 === 0 ? 'caf\u00e9' : ''}`,
)
const unusable = 'D99,A,Ann,Closed Won,2026-02-30,2026-03-01,1,\n'

export const outputs = ['out.json', 'out.md', 'history.ndjson', 'rejects.csv'] as const
const options = [
  '-o',
  'out.json',
  '--report',
  'markdown=out.md',
  '--history',
  'history.ndjson',
  '--rejects',
  'rejects.csv',
]

export interface Setting {
  readonly folder: string
  run(fault?: string): Promise<Ended>
  remove(): void
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Calls that were counted, as `name path`. */
  readonly calls: readonly string[]
  /** What is left in the temporary folder and beside the outputs. */
  readonly left: readonly string[]
  /** Texts of the outputs; each was `old` before. */
  readonly written: ReadonlyMap<string, string>
}

function writeInputs(folder: string): void {
  writeFileSync(join(folder, 'deals.csv'), Buffer.from(deals + unusable, 'latin1'))
  const surveys = lines(
    'Response ID,Account Name,Response Date,NPS Score',
    30,
    (at) => `R${at},A${at % 7},2026-02-1${at % 9},${at % 11}`,
  )
  writeFileSync(join(folder, 'surveys.csv.gz'), gzipSync(surveys))
  writeFileSync(join(folder, 'targets.csv'), 'Level,Name,Period,Target\nowner,Ann,2026-Q1,100\n')
  mkdirSync(join(folder, 'in'), { recursive: true })
  const leads = lines('Lead ID,Create Date,Converted Date', 30, (at) => `L${at},2026-01-1${at % 9},`)
  writeFileSync(join(folder, 'in/leads.csv'), leads)
}

export const old = '{"old":true}\n'

export function setting(): Setting {
  const folder = mkdtempSync(join(tmpdir(), 'salescheck-faults-'))
  const temporary = join(folder, 'temporary')
  const run = async (fault = '0 none'): Promise<Ended> => {
    rmSync(temporary, { recursive: true, force: true })
    mkdirSync(temporary)
    writeInputs(folder)
    // A history is read before it is written again, so its old text is none.
    for (const name of outputs) writeFileSync(join(folder, name), name === 'history.ndjson' ? '' : old)
    const count = join(folder, 'calls.txt')
    const preload = join(import.meta.dirname, 'fail-nth-call.mjs')
    const parameters = ['analyze', 'deals.csv', 'surveys.csv.gz', 'targets.csv', 'in', ...options]
    const ended = await finished(['--import', preload, bin, ...parameters], folder, {
      TMPDIR: temporary,
      FAULT: fault,
      FAULT_COUNT: count,
    })
    return {
      ...ended,
      calls: readFileSync(count, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replace(/^\d+ /, '')),
      left: [...readdirSync(temporary), ...readdirSync(folder).filter((name) => name.startsWith('.'))],
      written: new Map(outputs.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
    }
  }
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function finished(
  parameters: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Pick<Ended, 'code' | 'stdout' | 'stderr'>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => output.push(piece))
    child.stderr.on('data', (piece: Buffer) => errors.push(piece))
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(output).toString(), stderr: Buffer.concat(errors).toString() })
    })
  })
}
