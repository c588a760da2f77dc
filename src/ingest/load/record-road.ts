// The slow road, for files that are not clean: records are read one by one, sorted out and mended, and then typed by the same SELECT.
import type { AppendRow, LoadingEngine } from '../../engine/engine.ts'
import { sql } from '../../sql/index.ts'
import type { Diagnostic, RejectedRow } from '../diagnostic.ts'
import { readRecords } from '../records/read-records.ts'
import type { UnusableRecord } from '../records/read-record.ts'
import type { Source } from '../source.ts'
import { listOf } from './list.ts'
import { selectStaged, type Selection } from './select.ts'
import { AsideTally, type Staged } from './staged.ts'

const asReject = (record: UnusableRecord): RejectedRow => ({
  line: record.line,
  code: record.code,
  column: null,
  value: null,
  reason: record.reason,
  raw: record.raw,
})

export async function recordRoad(
  engine: LoadingEngine,
  source: Source,
  table: string,
  selection: Selection,
  sha256: Promise<string>,
  signal?: AbortSignal,
): Promise<Staged> {
  const rejects: RejectedRow[] = []
  const aside = new AsideTally()
  const diagnostics: Diagnostic[] = []
  const indexes = usedIndexes(selection)
  async function* batches(): AsyncGenerator<AppendRow[]> {
    for await (const batch of readRecords(source, options(indexes, signal))) {
      const data: AppendRow[] = []
      for (const record of batch.records) {
        if (record.kind === 'data') data.push([record.line, ...indexes.map((at) => record.cells[at] || null)])
        else if (record.kind === 'set-aside') aside.add(record.class, record.line)
        else rejects.push(asReject(record))
      }
      for (const diagnostic of batch.diagnostics) diagnostics.push(diagnostic)
      yield data
    }
  }
  const read = `read_${source.id}`
  const cells = indexes.map((index) => ({ name: `c${index}`, type: 'text' as const }))
  const count = await engine.append(read, [{ name: 'line', type: 'integer' }, ...cells], batches(), signal)
  const { dialect } = engine
  const id = dialect.identifier(table)
  const select = selectStaged(dialect.identifier(read), { ...selection, lines: true }, dialect)
  await engine.run(sql`CREATE OR REPLACE TABLE ${id} AS ${select}`, signal)
  await engine.run(sql`DROP TABLE ${dialect.identifier(read)}`)
  const linesOf = async (wanted: readonly number[]): Promise<number[]> => {
    if (wanted.length === 0) return []
    const rows = wanted.map((row) => [row])
    const list = await listOf(engine, `wanted_${source.id}`, [{ name: 'row', type: 'integer' }], rows, signal)
    const found = await engine.all(
      sql`SELECT m.row, t.line FROM ${list.from} JOIN ${id} t ON t.rowid = m.row`,
      { row: 'integer', line: 'integer' },
      signal,
    )
    await list.drop()
    const byRow = new Map(found.map(({ row, line }) => [row, line]))
    return wanted.map((row) => byRow.get(row) ?? 0)
  }
  return {
    table,
    selection: { ...selection, lines: true },
    road: 'records',
    rows: count,
    rejects,
    setAside: aside.result(),
    diagnostics,
    sha256: source.sha256 ?? (await sha256),
    linesOf,
    rawOf: async (wanted) => rawRecords(source, indexes, await linesOf(wanted), signal),
  }
}

const options = (
  mappedIndexes: readonly number[],
  signal: AbortSignal | undefined,
): { mappedIndexes: readonly number[]; signal?: AbortSignal } =>
  signal === undefined ? { mappedIndexes } : { mappedIndexes, signal }

export const usedIndexes = ({ plans, aside }: Selection): number[] =>
  [...new Set([...plans.flatMap(({ indexes }) => indexes), ...aside])].toSorted((a, b) => a - b)

/** A second reading, only for rejected rows that are to be written out. */
async function rawRecords(
  source: Source,
  indexes: readonly number[],
  lines: readonly number[],
  signal?: AbortSignal,
): Promise<string[]> {
  if (lines.length === 0) return []
  const wanted = new Set(lines)
  const found = new Map<number, string>()
  for await (const batch of readRecords(source, options(indexes, signal))) {
    for (const record of batch.records) if (wanted.has(record.line)) found.set(record.line, record.raw)
    if (found.size === wanted.size) break
  }
  return lines.map((line) => found.get(line) ?? '')
}
