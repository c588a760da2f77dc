// Loads files given as text, the way a run does: opened, recognised, loaded into an engine of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDuckdb, type DuckdbEngine } from '../../../src/engine/duckdb.ts'
import { openSource } from '../../../src/ingest/head/open-source.ts'
import {
  loadSources,
  type LoadOptions,
  type LoadReport,
  type LoadedSource,
  type Told,
} from '../../../src/ingest/load/index.ts'
import type { Mapping } from '../../../src/ingest/mapping.ts'
import { isKnownHeader, recognise } from '../../../src/ingest/recognise/index.ts'
import type { TableName } from '../../../src/schema/index.ts'
import { raw, type Row, type RowSpec } from '../../../src/sql/index.ts'

export interface GivenFile {
  readonly name?: string
  readonly text: string | Buffer
  /** What the file is; default: recognised. */
  readonly pin?: TableName
  readonly told?: Told
  /** Changes to what was recognised. */
  readonly mapping?: (mapping: Mapping) => Mapping
}

export interface Loaded {
  readonly engine: DuckdbEngine
  readonly report: LoadReport
  readonly sources: readonly LoadedSource[]
  /** The first file. */
  readonly only: LoadedSource
  readonly rows: <const S extends RowSpec>(query: string, spec: S) => Promise<Row<S>[]>
}

/** Within a test: what it makes is gone when the test is. (A hook of this file would run for the first of the files that share it.) */
export async function load(
  files: readonly (GivenFile | string)[],
  options: LoadOptions & {
    readonly slow?: boolean
    readonly signal?: AbortSignal
    readonly memoryLimit?: string
  } = {},
): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'salescheck-load-'))
  const tempDir = join(folder, 'temp')
  mkdirSync(tempDir)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const inputs = []
  for (const [id, given] of files.entries()) {
    const file: GivenFile = typeof given === 'string' ? { text: given } : given
    const path = join(folder, file.name ?? `file-${id}.csv`)
    writeFileSync(path, file.text)
    const source = await openSource(
      { name: file.name ?? `file-${id}.csv`, path },
      { id, tempDir, isKnownHeader },
    )
    const found = recognise(source, { presets: [], ...(file.pin === undefined ? {} : { pin: file.pin }) })
    const mapping = file.mapping === undefined ? found : file.mapping(found)
    const seen = options.slow === true ? { ...source, oddities: [...source.oddities, 'told so'] } : source
    inputs.push({ source: seen, mapping, ...(file.told === undefined ? {} : { told: file.told }) })
  }
  const { signal, memoryLimit = '1GB', ...rest } = options
  const engine = await openDuckdb({
    tempDir,
    allowedPaths: inputs.map(({ source }) => source.file),
    memoryLimit,
  })
  onTestFinished(() => engine.close())
  const report = await loadSources(engine, inputs, rest, signal === undefined ? {} : { signal })
  const [only] = report.sources
  if (only === undefined) throw new Error('nothing was loaded')
  return {
    engine,
    report,
    sources: report.sources,
    only,
    rows: (query, spec) => engine.all(raw(query), spec),
  }
}

export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
