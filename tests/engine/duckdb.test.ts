import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDuckdb } from '../../src/engine/duckdb.ts'
import { raw, sql, text } from '../../src/sql/index.ts'
import { conformance } from './conformance.ts'

conformance('DuckDB', () => openDuckdb({ threads: 2 }))

describe('DuckDB is locked down before the first read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salescheck-engine-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = join(folder, `it's a [name]*?$.csv`)
  writeFileSync(file, 'a\n1\n')
  const other = join(folder, 'other.csv')
  writeFileSync(other, 'a\n1\n')
  const open = () => openDuckdb({ threads: 1, allowedPaths: [file], tempDir: join(folder, 'spill') })

  it('reads no file that is not allowed', async () => {
    const engine = await open()
    expect(
      await engine.all(sql`SELECT count(*) FROM read_csv(${text(other)})`, { n: 'integer' }).catch(String),
    ).toMatch(/disabled by configuration/)
    await engine.close()
  })

  it('refuses to write, to attach, to load extensions and to be configured again', async () => {
    const engine = await open()
    for (const statement of [
      `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`,
      `ATTACH '${join(folder, 'x.db')}'`,
      'INSTALL httpfs',
      'LOAD httpfs',
      'SET enable_external_access=true',
      `SET allowed_paths=['${other}']`,
      `SET temp_directory='${tmpdir()}'`,
    ])
      await expect(engine.run(raw(statement))).rejects.toThrow(/disabled|locked|Permission/)
    await engine.close()
  })
})

it('packed tables take less memory and hold the same rows, also where some were deleted', async () => {
  const engine = await openDuckdb({ threads: 2 })
  const memory = async (): Promise<number> => {
    const [row] = await engine.all(sql`SELECT CAST(SUM(memory_usage_bytes) AS BIGINT) FROM duckdb_memory()`, {
      bytes: 'integer',
    })
    return row?.bytes ?? 0
  }
  const rows = () =>
    engine.all(sql`SELECT COUNT(*), SUM(day - DATE '2026-01-01'), MIN(id), MAX(id) FROM packed`, {
      rows: 'integer',
      days: 'integer',
      first: 'text',
      last: 'text',
    })
  await engine.run(
    sql`CREATE TABLE packed AS SELECT 'deal ' || i AS id, DATE '2026-01-01' + CAST(i % 300 AS INT) AS day, i % 7 AS "kind"
      FROM range(400000) r(i)`,
  )
  await engine.run(sql`DELETE FROM packed WHERE "kind" = 3`)
  const [before, held] = [await memory(), await rows()]
  await engine.pack()
  expect(await rows()).toEqual(held)
  expect(await memory()).toBeLessThan(0.8 * before)
  await engine.close()
})
