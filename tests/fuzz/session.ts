// The loop: changes inputs, keeps those that reach new code, writes findings. Started by run.mjs, which watches over it.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCoverage } from './coverage.ts'
import { mutated, randomFrom } from './mutate.ts'
import { check, checkLoad } from './target.ts'

const [, , reports = 'reports/fuzz', left = '1000', seed = '1', again = ''] = process.argv
const seedFolders = ['fixtures/exports', 'fixtures/layouts']
const mostSeedBytes = 1500
const batch = 25

const temporary = mkdtempSync(join(tmpdir(), 'salescheck-fuzz-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))
let used = 0
/** A folder for one input; the one before is gone. */
function fresh(): string {
  rmSync(join(temporary, String(used)), { recursive: true, force: true })
  used++
  const folder = join(temporary, String(used))
  mkdirSync(folder)
  return folder
}

const coverage = startCoverage('session.mjs')
const beat = (): void => writeFileSync(join(reports, 'current.time'), String(Date.now()))
/** Asking takes seconds where the machine is busy: that is no hang. */
function blocksTaken(): string[] {
  beat()
  const blocks = coverage.taken()
  beat()
  return blocks
}
const known = new Set<string>()
/** Whether the code that ran since the last time holds blocks that never ran before. */
function isNew(): boolean {
  const before = known.size
  for (const block of blocksTaken()) known.add(block)
  return known.size > before
}

let findings = 0
let inputs = 0
let loads = 0

async function run(bytes: Buffer, load: boolean): Promise<void> {
  writeFileSync(join(reports, 'current.bin'), bytes)
  beat()
  const begun = performance.now()
  try {
    if (load) await checkLoad(bytes, fresh())
    else await check(bytes, fresh())
  } catch (error) {
    findings++
    const name = `crash-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`
    writeFileSync(join(reports, `${name}.bin`), bytes)
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    writeFileSync(join(reports, `${name}.txt`), `seed ${seed}, input ${inputs}\n${what}\n`)
    console.log(`finding ${name}: ${what.slice(0, 300)}`)
  }
  const took = performance.now() - begun
  if (took > 2000) console.log(`slow: ${Math.round(took)} ms for ${bytes.length} bytes`)
}

async function fuzz(): Promise<void> {
  const end = Date.now() + Number(left)
  const random = randomFrom(Number(seed))
  const corpus: Buffer[] = seedFolders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)).subarray(0, mostSeedBytes)),
  )
  for (const bytes of corpus) await run(bytes, false)
  isNew()
  const seeds = corpus.length
  const one = (): Buffer => corpus[random.int(corpus.length)] ?? Buffer.alloc(0)
  const newest = (): Buffer => corpus[corpus.length - 1 - random.int(Math.min(corpus.length, 50))] ?? one()
  // Asking what ran takes as long as a few inputs: first all of a batch together, then one by one where something is new.
  while (Date.now() < end) {
    const made = Array.from({ length: batch }, () =>
      mutated(random.int(3) === 0 ? newest() : one(), one(), random),
    )
    for (const bytes of made) {
      inputs++
      await run(bytes, false)
    }
    const blocks = blocksTaken().filter((block) => !known.has(block))
    if (blocks.length === 0) continue
    for (const bytes of made) {
      await run(bytes, false)
      if (!isNew()) continue
      corpus.push(bytes)
      loads++
      await run(bytes, true)
      isNew()
    }
    // What only some order of inputs reaches is not looked for again.
    for (const block of blocks) known.add(block)
  }
  console.log(
    `seed ${seed}: ${inputs} inputs, ${corpus.length - seeds} kept beside ${seeds} seeds and loaded (${loads}), ${known.size} blocks, ${findings} findings`,
  )
}

if (again === '') await fuzz()
else for (const load of [false, true]) await run(readFileSync(again), load)
process.exitCode = findings > 0 ? 1 : 0
