// The DuckDB engine, in memory and locked down. The binding is loaded when an engine is opened: it costs 0.1 s and more.
import { createRequire } from 'node:module'
import type * as Duckdb from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBInstance, DuckDBMaterializedResult } from '@duckdb/node-api'
import { EngineError, SalescheckError } from '../errors.ts'
import type { TableName } from '../schema/index.ts'
import { duckdb as dialect, join, raw, render, sql, type Row, type RowSpec, type Sql } from '../sql/index.ts'
import { bind } from './duckdb/bind.ts'
import { cellReader, mismatch, type CellValue } from './duckdb/cell.ts'
import { database, lockDown, type DuckdbOptions } from './duckdb/lock-down.ts'
import { appendRows } from './duckdb/append.ts'
import { csvTable, isPattern } from './duckdb/csv.ts'
import { interrupted } from './duckdb/interrupted.ts'
import type { AppendRow, AppendType, CsvStep, LoadingEngine } from './engine.ts'
import { rowsTable, storedColumns, viewOf } from './tables.ts'

export type { DuckdbOptions } from './duckdb/lock-down.ts'

type Api = typeof Duckdb

/** An empty in-memory engine that can read nothing but `allowedPaths`. Close it when done. */
export async function openDuckdb(options: DuckdbOptions = {}): Promise<DuckdbEngine> {
  // The binding is CommonJS: required, it loads in a third of the time that importing it takes.
  const api: Api = createRequire(import.meta.url)('@duckdb/node-api')
  const instance = await api.DuckDBInstance.create(':memory:')
  const connections = [await instance.connect(), await instance.connect()] as const
  await lockDown(connections, options)
  const beside = new DuckdbEngine(api, instance, connections[1], null)
  return new DuckdbEngine(api, instance, connections[0], beside)
}

export class DuckdbEngine implements LoadingEngine {
  readonly dialect = dialect
  readonly beside: DuckdbEngine | null
  readonly #api: Api
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  // One statement at a time: an interrupt then hits the statement it was meant for.
  #last: Promise<unknown> = Promise.resolve()
  #inserts = 0

  constructor(api: Api, instance: DuckDBInstance, connection: DuckDBConnection, beside: DuckdbEngine | null) {
    this.beside = beside
    this.#api = api
    this.#instance = instance
    this.#connection = connection
  }

  async all<const S extends RowSpec>(query: Sql, rows: S, signal?: AbortSignal): Promise<Row<S>[]> {
    const { text } = render(query, dialect)
    const result = await this.#execute(query, signal)
    const specs = Object.entries(rows)
    if (result.columnCount !== specs.length)
      throw new EngineError(
        `the query returns ${result.columnCount} columns, ${specs.length} are promised`,
        text,
      )
    for (const [index, [name, spec]] of specs.entries()) {
      const wrong = mismatch(name, spec, String(result.columnType(index)))
      if (wrong !== null) throw new EngineError(wrong, text)
    }
    const columns = await result.getColumns()
    const readers = specs.map(([name, spec]) => cellReader(name, spec, text))
    const names = specs.map(([name]) => name)
    return Array.from({ length: columns[0]?.length ?? 0 }, (_, at) => {
      const row: Record<string, CellValue> = {}
      for (let index = 0; index < names.length; index++)
        row[names[index] ?? ''] = readers[index]?.(columns[index]?.[at]) ?? null
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every cell was just checked against its spec
      return row as Row<S>
    })
  }

  async materialise(name: string, query: Sql, signal?: AbortSignal): Promise<void> {
    await this.#execute(sql`CREATE OR REPLACE TEMP TABLE ${dialect.identifier(name)} AS ${query}`, signal)
  }

  async release(name: string): Promise<void> {
    await this.#execute(sql`DROP TABLE IF EXISTS ${dialect.identifier(name)}`)
  }

  async describe(query: Sql): Promise<{ name: string; type: string }[]> {
    const { text } = render(query, dialect)
    return this.#queue(async () => {
      const prepared = await this.#connection.prepare(text).catch((error: unknown) => refuse(error, text))
      const columns: { name: string; type: string }[] = []
      for (let at = 0; at < prepared.columnCount; at++)
        columns.push({ name: prepared.columnName(at), type: String(prepared.columnType(at)) })
      prepared.destroySync()
      return columns
    })
  }

  /** Runs a statement of ours and gives the number of rows it changed. */
  async run(statement: Sql, signal?: AbortSignal): Promise<number> {
    return (await this.#execute(statement, signal)).rowsChanged
  }

  async create(
    table: TableName,
    columns: readonly { name: string }[],
    options: { readonly only?: boolean } = {},
  ): Promise<void> {
    const names = columns.map((column) => column.name)
    const stored = storedColumns(table, names).map(
      ({ name, type }) => sql`${dialect.identifier(name)} ${dialect.typeName(type)}`,
    )
    const id = dialect.identifier(rowsTable(table))
    await this.run(sql`CREATE OR REPLACE TABLE ${id} (${join(stored, ', ', raw('"nothing" VARCHAR'))})`)
    await this.run(viewOf(dialect, table, names, options.only))
  }

  async insert(
    table: TableName,
    columns: readonly string[],
    rows: Iterable<readonly (string | null)[]>,
  ): Promise<void> {
    const staging = `${table}_insert_${(this.#inserts += 1)}`
    const id = dialect.identifier(staging)
    const cells = columns.map((_, index) => ({ name: `c${index}`, type: 'text' as const }))
    try {
      await this.append(staging, cells, batched(rows))
      const stored = storedColumns(table, columns)
      const cell = (name: string): Sql => dialect.identifier(`c${columns.indexOf(name)}`)
      const values = stored.map(({ name, type, keyOf: source }) =>
        source === null
          ? sql`CAST(${cell(name)} AS ${dialect.typeName(type)})`
          : dialect.foldText(cell(source)),
      )
      const names = stored.map(({ name }) => dialect.identifier(name))
      await this.run(
        sql`INSERT INTO ${dialect.identifier(rowsTable(table))} (${join(names, ', ')}) SELECT ${join(values, ', ')} FROM ${id}`,
      )
    } finally {
      await this.run(sql`DROP TABLE IF EXISTS ${id}`)
    }
  }

  csv(step: CsvStep): Sql {
    return csvTable(step)
  }

  canRead(file: string): boolean {
    return !isPattern(file)
  }

  async fullness(signal?: AbortSignal): Promise<number> {
    const query = sql`SELECT SUM(memory_usage_bytes + temporary_storage_bytes) / parse_formatted_bytes(current_setting('memory_limit'))
      FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'`
    return (await this.all(query, { part: 'number?' }, signal))[0]?.part ?? 0
  }

  async pack(signal?: AbortSignal): Promise<void> {
    const pack = (): Promise<number> => this.run(sql`CHECKPOINT ${raw(database)}`, signal)
    // Nothing may be written meanwhile: the other line waits.
    await (this.beside === null ? pack() : this.beside.#queue(pack))
  }

  async append(
    table: string,
    columns: readonly { name: string; type: AppendType }[],
    rows: AsyncIterable<readonly AppendRow[]> | Iterable<readonly AppendRow[]>,
    signal?: AbortSignal,
  ): Promise<number> {
    const types = { text: dialect.typeName('text'), integer: dialect.typeName('integer') }
    const list = columns.map(({ name, type }) => sql`${dialect.identifier(name)} ${types[type]}`)
    await this.run(sql`CREATE OR REPLACE TABLE ${dialect.identifier(table)} (${join(list, ', ')})`, signal)
    return this.#queue(() => appendRows(this.#connection, table, columns.length, rows, signal))
  }

  async close(): Promise<void> {
    if (this.beside !== null) await this.beside.#disconnect()
    await this.#disconnect()
    this.#instance.closeSync()
  }

  #disconnect(): Promise<void> {
    return this.#queue(async () => this.#connection.closeSync())
  }

  async #execute(query: Sql, signal?: AbortSignal): Promise<DuckDBMaterializedResult> {
    const { text, values } = render(query, dialect)
    return this.#queue(async () => {
      if (stopped(signal)) throw interrupted()
      const bound = values.map((value) => bind(this.#api, value))
      // Repeated: an interrupt that arrives before the statement has begun is forgotten by DuckDB.
      let repeat: NodeJS.Timeout | undefined
      const interrupt = (): void => {
        this.#connection.interrupt()
        repeat ??= setInterval(() => this.#connection.interrupt(), 20)
      }
      signal?.addEventListener('abort', interrupt, { once: true })
      try {
        return await this.#connection.run(
          text,
          bound.map(({ value }) => value),
          bound.map(({ type }) => type),
        )
      } catch (error) {
        if (stopped(signal)) throw interrupted(error)
        return refuse(error, text)
      } finally {
        signal?.removeEventListener('abort', interrupt)
        clearInterval(repeat)
      }
    })
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }
}

const stopped = (signal: AbortSignal | undefined): boolean => signal?.aborted === true

function* batched<T>(rows: Iterable<T>): Iterable<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length === 2048) {
      yield batch
      batch = []
    }
  }
  yield batch
}

function refuse(error: unknown, text: string): never {
  if (error instanceof Error && error.message.startsWith('Out of Memory'))
    throw new SalescheckError('engine', 'the memory the engine may take is not enough for these files', {
      hint: 'Give it more with --memory-limit 2GB, and see that the temporary folder has room.',
      cause: error,
    })
  throw new EngineError(error instanceof Error ? error.message : String(error), text, error)
}
