// Runs third-party bad input through the record reader and through the command line.
//
//   node tests/corpus/run.mjs tests/corpus/bad-input.ts DIR [every]      every: 1 takes all files, 10 every tenth; 0 only the reader
//
// The reader must never crash and never lose a character. The command line must end with exit code 0, 1 or 2 within five seconds, show no
// stack trace, and account for every row it read.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { SalescheckError } from '../../src/errors.ts'
import { openSource } from '../../src/ingest/head/open-source.ts'
import { readRecords } from '../../src/ingest/records/read-records.ts'
import { isKnownHeader } from '../../src/ingest/recognise/index.ts'
import { corpusDir } from './corpus-dir.ts'

const patience = 5000

/** Line ends, NULs and end marks belong to no record. */
function substance(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (!'\r\n\0\u001a'.includes(text[at] ?? '')) count++
  return count
}

/** What is wrong with the way the reader reads a file; null when nothing is. */
async function readerFault(path: string, tempDir: string): Promise<string | null> {
  const begun = performance.now()
  try {
    const source = await openSource({ name: path, path }, { id: 0, tempDir, isKnownHeader })
    let kept = 0
    let line = 0
    for await (const { records } of readRecords(source)) {
      for (const record of records) {
        kept += substance(record.raw)
        if (record.line < line) return `line ${record.line} after line ${line}`
        line = record.line
        if (record.kind === 'data' && record.cells.length !== source.header.names.length)
          return `row ${line} is not aligned`
      }
    }
    const given = substance(readFileSync(source.file).subarray(source.header.dataOffset).toString('utf8'))
    if (given !== kept) return `${given - kept} of ${given} characters lost`
  } catch (error) {
    if (!(error instanceof SalescheckError))
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const took = performance.now() - begun
  return took > patience ? `${Math.round(took)} ms` : null
}

interface Run {
  readonly code: number | null
  readonly output: string
  readonly errors: string
  readonly took: number
}

function run(parameters: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const begun = performance.now()
    const child = spawn(process.execPath, ['bin/salescheck.js', ...parameters], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), 4 * patience)
    child.stdout.on('data', (piece: Buffer) => output.push(piece))
    child.stderr.on('data', (piece: Buffer) => errors.push(piece))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({
        code,
        output: Buffer.concat(output).toString('utf8'),
        errors: Buffer.concat(errors).toString('utf8'),
        took: performance.now() - begun,
      })
    })
  })
}

interface Rows {
  readonly read: number
  readonly used: number
  readonly rejected: number
  readonly setAside: readonly { readonly rows: number }[]
}

async function commandFault(parameters: readonly string[]): Promise<string | null> {
  const { code, output, errors, took } = await run(parameters)
  if (code === null || ![0, 1, 2].includes(code)) return `exit code ${code}`
  if (/^\s+at .+:\d+:\d+\)?$/m.test(output + errors)) return `stack trace: ${errors.slice(0, 300)}`
  if (took > patience) return `${Math.round(took)} ms`
  if (code === 2) return errors.trim() === '' ? 'exit 2 without a word' : null
  const report = JSON.parse(output) as { sources: readonly { rows: Rows }[] }
  for (const { rows } of report.sources) {
    const aside = rows.setAside.reduce((sum, entry) => sum + entry.rows, 0)
    if (rows.read !== rows.used + rows.rejected + aside) return `rows do not add up: ${JSON.stringify(rows)}`
  }
  return null
}

async function main(dir: string, every: number): Promise<void> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const faults: string[] = []
  const note = (fault: string): void => {
    faults.push(fault)
    console.log(`  ${fault}`)
  }
  for (const path of files) {
    const tempDir = mkdtempSync(join(tmpdir(), 'salescheck-bad-'))
    const fault = await readerFault(path, tempDir)
    rmSync(tempDir, { recursive: true, force: true })
    if (fault !== null) note(`reader: ${relative(dir, path)}: ${fault}`)
  }
  console.log(`reader: ${files.length} files, ${faults.length} faults`)
  if (every > 0) {
    const chosen = files.filter((_, index) => index % every === 0)
    const waiting = chosen.flatMap((path) => [
      ['inspect', '--format', 'json', path],
      ['analyze', '--format', 'json', path],
    ])
    const before = faults.length
    const worker = async (): Promise<void> => {
      for (let parameters = waiting.pop(); parameters !== undefined; parameters = waiting.pop()) {
        const fault = await commandFault(parameters)
        if (fault !== null) note(`${parameters[0]}: ${relative(dir, parameters[3] ?? '')}: ${fault}`)
      }
    }
    await Promise.all([worker(), worker()])
    console.log(
      `command line: ${chosen.length} files through inspect and analyze, ${faults.length - before} faults`,
    )
  }
  if (faults.length > 0) process.exitCode = 1
}

const folder = corpusDir(process.argv[2])
if (folder === null) process.exitCode = 2
else await main(folder, Number.parseInt(process.argv[3] ?? '1', 10))
