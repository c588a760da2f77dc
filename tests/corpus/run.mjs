// Runs a TypeScript program of this folder: node tests/corpus/run.mjs PROGRAM.ts ARGUMENTS
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'rolldown'

const [, , program] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'salescheck-corpus-'))
const file = join(folder, 'program.mjs')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await build({
  input: program,
  platform: 'node',
  external: /^node:/,
  output: { file, format: 'esm' },
  logLevel: 'warn',
})
process.argv.splice(1, 2, program)
await import(pathToFileURL(file).href)
