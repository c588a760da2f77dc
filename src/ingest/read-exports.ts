// From paths to loaded tables: opens every file, decides what it means, loads what was recognised, and tells what became of it.
import type { Readable } from 'node:stream'
import { openDuckdb, type DuckdbEngine } from '../engine/duckdb.ts'
import { SalescheckError } from '../errors.ts'
import { presets } from '../presets/index.ts'
import type { TableName } from '../schema/index.ts'
import { fileError, isFromSystem } from './head/file-error.ts'
import { findInputs, type InputFile } from './head/inputs.ts'
import { openSource } from './head/open-source.ts'
import { removeTemporary, temporaryFolder } from './head/temporary-folder.ts'
import { loadSources, NotUtf8, type LoadInput, type LoadReport } from './load/index.ts'
import type { DateOrder, Mapping } from './mapping.ts'
import {
  isKnownHeader,
  overrideFor,
  recognise,
  unmetEntries,
  type MappingOverride,
} from './recognise/index.ts'
import type { Source } from './source.ts'
import { toldOf } from './told.ts'

export interface ReadOptions {
  /** File as given -> the table it is pinned to. */
  readonly pins: ReadonlyMap<string, TableName>
  /** Mapping overrides by file name. */
  readonly files: ReadonlyMap<string, MappingOverride>
  readonly dateOrder: DateOrder | null
  readonly decimal: '.' | ',' | null
  readonly amountsIn: 'units' | 'thousands' | 'millions'
  readonly encoding: string | null
  readonly memoryLimit: string | null
  /** What cannot be decided becomes a warning instead of an error: to inspect. */
  readonly tolerant: boolean
  /** Text columns that will be asked for, by table; null: all. */
  readonly needed: Readonly<Partial<Record<TableName, readonly string[]>>> | null
  /** Keep every rejected row with its text, for a file of rejects. */
  readonly keepRejects: boolean
  readonly stdin?: Readable
  readonly signal?: AbortSignal
  readonly onProgress?: (step: string) => void
}

/** A file of a folder that is no table: listed, not read. */
export interface Unreadable {
  readonly name: string
  readonly reason: string
}

export interface Exports {
  readonly engine: DuckdbEngine
  readonly loaded: LoadReport
  /** Recognised or not, in the order of the command line. */
  readonly opened: readonly { readonly source: Source; readonly mapping: Mapping }[]
  readonly unreadable: readonly Unreadable[]
  /** Closes the engine and removes the temporary folder. */
  close(): Promise<void>
}

/** Throws SalescheckError; whatever happens, the temporary folder is gone after an error or after `close`. */
export async function readExports(paths: readonly string[], options: ReadOptions): Promise<Exports> {
  const inputs = findInputs(paths)
  const tempDir = await temporaryFolder()
  const encodings = new Map<number, string>()
  try {
    for (;;) {
      const attempt = await attemptRead({ inputs, paths, tempDir, encodings }, options)
      if (!(attempt instanceof NotUtf8)) return attempt
      // The head of a big file was UTF-8 and a later byte is not: the whole file is read again as Windows-1252.
      encodings.set(attempt.source, 'windows-1252')
    }
  } catch (error) {
    await removeTemporary(tempDir)
    throw isFromSystem(error) ? fileError(error, paths.join(', ')) : error
  }
}

interface Reading {
  readonly inputs: readonly InputFile[]
  readonly paths: readonly string[]
  readonly tempDir: string
  /** Encodings that an earlier attempt found, by source. */
  readonly encodings: ReadonlyMap<number, string>
}

/** Below this, dividing the work costs the engine more than it gains (measured at 3 MB: a third of its time). */
const smallBytes = 16 * 1024 * 1024
/** Text of this kind packs about so well. */
const packing = 8

const isSmall = (sources: readonly Source[]): boolean =>
  sources.reduce((sum, { bytes, compression }) => sum + bytes * (compression === 'gzip' ? packing : 1), 0) <
  smallBytes

async function attemptRead(reading: Reading, options: ReadOptions): Promise<Exports | NotUtf8> {
  const { opened, unreadable } = await openAll(reading, options)
  const load = opened.filter(({ mapping }) => mapping.table !== null)
  const sources: LoadInput[] = load.map(({ source, mapping }) => ({
    source,
    mapping,
    told: toldOf(mapping, overrideFor(source.name, options.files), options),
  }))
  const engine = await openDuckdb({
    tempDir: reading.tempDir,
    allowedPaths: load.map(({ source }) => source.file),
    ...(options.memoryLimit === null ? {} : { memoryLimit: options.memoryLimit }),
    ...(isSmall(load.map(({ source }) => source)) ? { threads: 1 } : {}),
  })
  try {
    const { tolerant, keepRejects, needed } = options
    const loaded = await loadSources(
      engine,
      sources,
      { tolerant, keepRejects, ...(needed === null ? {} : { needed }) },
      hooksOf(options),
    )
    const close = async (): Promise<void> => {
      await engine.close()
      await removeTemporary(reading.tempDir)
    }
    const unmet = unmetEntries(
      [...opened.map(({ source }) => source.name), ...unreadable.map(({ name }) => name)],
      options.files,
    )
    const told = { ...loaded, warnings: [...unmet, ...loaded.warnings] }
    return { engine, loaded: told, opened, unreadable, close }
  } catch (error) {
    await engine.close()
    if (error instanceof NotUtf8) return error
    throw error
  }
}

const hooksOf = ({
  signal,
  onProgress,
}: ReadOptions): { signal?: AbortSignal; onProgress?: (step: string) => void } => ({
  ...(signal === undefined ? {} : { signal }),
  ...(onProgress === undefined ? {} : { onProgress }),
})

async function openAll(
  { inputs, paths, tempDir, encodings }: Reading,
  options: ReadOptions,
): Promise<Pick<Exports, 'opened' | 'unreadable'>> {
  const opened: { source: Source; mapping: Mapping }[] = []
  const unreadable: Unreadable[] = []
  for (const [id, input] of inputs.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress?.(`opening ${input.name}`)
    const override = overrideFor(input.name, options.files)
    const pin = options.pins.get(input.name)
    const encoding = encodings.get(id) ?? options.encoding
    try {
      const source = await openSource(input, {
        id,
        tempDir,
        isKnownHeader,
        ...(encoding === null ? {} : { encoding }),
        ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      })
      const mapping = recognise(source, {
        presets,
        overrides: options.files,
        ...(pin === undefined ? {} : { pin }),
      })
      opened.push({ source, mapping })
    } catch (error) {
      // A file the user named must be readable; one that merely lies in the folder is listed.
      const found = !paths.includes(input.name) && pin === undefined && override === undefined
      if (!(found && error instanceof SalescheckError && error.code === 'input-not-a-table')) throw error
      unreadable.push({ name: input.name, reason: error.message })
    }
  }
  return { opened, unreadable }
}
