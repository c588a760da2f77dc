// Coverage-guided fuzzing of the reader, without anything but Node: npm run fuzz -- [minutes] [seed]
//
// Inputs begin as the sample exports of the project; those that reach new code are kept and changed again. A crash, a hang, lost characters
// or rows that do not add up are findings: each is written to reports/fuzz with the input, and the exit code is then 1. Run a finding again
// with `npm run fuzz -- FILE`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'rolldown'

const [, , first = '2', seed = '1'] = process.argv
const folder = join('reports', 'fuzz')
const program = join(folder, 'session.mjs')
const current = join(folder, 'current.bin')
const beat = join(folder, 'current.time')
/** Milliseconds for one input. */
const patience = 20_000

mkdirSync(folder, { recursive: true })
await build({
  input: 'tests/fuzz/session.ts',
  platform: 'node',
  external: /^node:/,
  output: { file: program, format: 'esm' },
  logLevel: 'warn',
})

const again = existsSync(first) ? first : null
const minutes = again === null ? Number.parseFloat(first) : 1
if (!(minutes > 0)) {
  process.stderr.write('npm run fuzz -- [minutes] [seed], or a file to run again\n')
  process.exit(2)
}
const end = Date.now() + minutes * 60_000
let findings = 0
let round = Number.parseInt(seed, 10)

/** One process until it ends or hangs; a hanging one is ended and its input kept. */
function session(left) {
  return new Promise((resolve) => {
    writeFileSync(beat, String(Date.now()))
    const child = spawn(process.execPath, [program, folder, String(left), String(round), again ?? ''], {
      stdio: 'inherit',
    })
    const watch = setInterval(() => {
      // Empty while it is being written.
      const last = Number(readFileSync(beat, 'utf8'))
      if (last === 0 || Date.now() - last < patience) return
      child.kill('SIGKILL')
      if (existsSync(current)) renameSync(current, join(folder, `hang-${round}-${Date.now()}.bin`))
    }, 1000)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (code === 1 || signal !== null) findings++
      resolve()
    })
  })
}

do {
  await session(Math.max(1000, end - Date.now()))
  round++
  if (again !== null) break
} while (Date.now() < end - 2000)
for (const file of [program, current, beat]) rmSync(file, { force: true })
if (findings > 0) process.exitCode = 1
