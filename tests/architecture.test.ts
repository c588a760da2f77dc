// Who may import whom, that there is no cycle, and that files stay small. Types count: `import type` is an import.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** Folder -> folders it may import besides itself. Later may use earlier, never the reverse. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'version.ts': [],
  stats: [],
  schema: [],
  report: [],
  sql: [],
  presets: ['schema'],
  models: ['schema'],
  rollups: ['schema', 'sql'],
  engine: ['schema', 'sql', 'errors.ts'],
  detectors: ['report', 'rollups', 'schema', 'sql', 'stats'],
  reporters: ['report'],
  ingest: ['engine', 'presets', 'schema', 'sql', 'errors.ts', 'report'],
  analyze: [
    'detectors',
    'rollups',
    'models',
    'engine',
    'ingest',
    'report',
    'stats',
    'schema',
    'sql',
    'errors.ts',
    'version.ts',
  ],
  'index.ts': ['*'],
  // The version is read apart from index.ts so that `--version` need not load the library.
  cli: ['index.ts', 'version.ts'],
}

/** Packages and the folders that may import them; everything else may not. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['engine'],
  'csv-parse': ['ingest'],
  'csv-parse/sync': ['ingest'],
  'simple-statistics': ['stats'],
  chalk: ['reporters'],
  'cli-table3': ['reporters'],
  'string-width': ['reporters'],
  // Development dependencies: the few functions used of them are bundled.
  'd3-array': ['reporters'],
  'd3-shape': ['reporters'],
  commander: ['cli'],
  zod: ['report', 'analyze'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(src, name))
  .toSorted()

const folderOf = (file: string): string => relative(src, file).split('/')[0] ?? ''

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  const found = [...text.matchAll(/\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm)]
  return found.map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

const graph = new Map(
  files.map((file) => [
    file,
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => resolve(dirname(file), name)),
  ]),
)

describe('the architecture', () => {
  it('lets a folder import only what the table allows', () => {
    const wrong = [...graph].flatMap(([file, targets]) =>
      targets
        .filter((target) => {
          const [from, to] = [folderOf(file), folderOf(target)]
          const may = allowed[from] ?? []
          return from !== to && !may.includes('*') && !may.includes(to)
        })
        .map((target) => `${relative(src, file)} -> ${relative(src, target)}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets only the folders named import a package', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => !(packages[name] ?? []).includes(folderOf(file)))
        .map((name) => `${relative(src, file)} -> ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('imports only files that are there, with their ending', () => {
    const known = new Set(files)
    const wrong = [...graph].flatMap(([file, targets]) =>
      targets
        .filter((target) => !known.has(target))
        .map((target) => `${relative(src, file)} -> ${relative(src, target)}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no cycle between files', () => {
    const done = new Set<string>()
    const path: string[] = []
    const cycles: string[] = []
    const visit = (file: string): void => {
      const at = path.indexOf(file)
      if (at !== -1) {
        cycles.push([...path.slice(at), file].map((name) => relative(src, name)).join(' -> '))
        return
      }
      if (done.has(file)) return
      path.push(file)
      for (const target of graph.get(file) ?? []) visit(target)
      path.pop()
      done.add(file)
    }
    for (const file of files) visit(file)
    expect(cycles).toEqual([])
  })

  it('has folders only that the table names', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !Object.hasOwn(allowed, folder))).toEqual([])
  })

  it('keeps every file at 300 lines or fewer', () => {
    const long = files
      .map((file) => ({
        file: relative(src, file),
        lines: readFileSync(file, 'utf8').split('\n').length - 1,
      }))
      .filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })

  it('reads the console, the process and the clock in the command line only', () => {
    const wrong = files
      .filter((file) => folderOf(file) !== 'cli')
      .filter((file) => {
        const text = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
        return /\bconsole\.|\bprocess\.(?!memoryUsage|platform)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(
          text,
        )
      })
    expect(wrong.map((file) => relative(src, file))).toEqual([])
  })

  it('opens files in ingest and the command line only', () => {
    const wrong = files
      .filter((file) => !['cli', 'ingest'].includes(folderOf(file)))
      .filter((file) => importsOf(file).some((name) => name.startsWith('node:fs')))
    expect(wrong.map((file) => relative(src, file))).toEqual([])
  })
})
