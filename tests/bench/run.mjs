// `npm run bench`: bundles the bench, which is TypeScript, and runs it. Options: see main.ts.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const here = import.meta.dirname
const out = join(here, '../../node_modules/.cache/salescheck-bench')
rmSync(out, { recursive: true, force: true })
const bundle = await rolldown({
  input: { main: join(here, 'main.ts'), contestant: join(here, 'contestant.ts') },
  platform: 'node',
  external: [/^node:/, '@duckdb/node-api', 'csv-parse'],
})
await bundle.write({ dir: out, format: 'esm' })
await bundle.close()
await import(pathToFileURL(join(out, 'main.js')).href)
