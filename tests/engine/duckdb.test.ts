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
