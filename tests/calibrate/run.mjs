// npm run calibrate: how often every detector cries wolf over healthy businesses, and how often it finds what it is meant to find.
//   node tests/calibrate/run.mjs [--businesses 500] [--seed 1] [DETECTOR …]
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'rolldown'

const folder = mkdtempSync(join(tmpdir(), 'salescheck-calibrate-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const here = import.meta.dirname
// A detector's calibration is the file that has its name.
const programs = readdirSync(join(here, '../../src/detectors'))
  .map((id) => join(here, `${id}.ts`))
  .filter((file) => existsSync(file))
const entry = join(folder, 'entry.ts')
writeFileSync(
  entry,
  [
    `export { calibrate } from ${JSON.stringify(join(here, 'main.ts'))}`,
    ...programs.map((file, at) => `import { calibration as one${at} } from ${JSON.stringify(file)}`),
    `export const calibrations = [${programs.map((_, at) => `one${at}`).join(', ')}]`,
  ].join('\n'),
)
const file = join(folder, 'main.mjs')
await build({
  input: entry,
  platform: 'node',
  external: /^node:|^@duckdb/,
  output: { file, format: 'esm', codeSplitting: false },
  logLevel: 'warn',
})
const { calibrate, calibrations } = await import(pathToFileURL(file).href)
if (!(await calibrate(calibrations, process.argv.slice(2)))) process.exitCode = 1
