// Types of listed columns: whatever the texts hold, and whatever is mended while a list is changed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDuckdb, type DuckdbEngine } from '../../../src/engine/duckdb.ts'
import { isShort, listType, storeAsList } from '../../../src/ingest/load/lists.ts'
import { raw, sql } from '../../../src/sql/index.ts'

let engine: DuckdbEngine
beforeEach(async () => {
  engine = await openDuckdb()
})
afterEach(() => engine.close())

async function textsOf(type: string): Promise<string[]> {
  const rows = await engine.all(sql`SELECT unnest(enum_range(CAST(NULL AS ${raw(type)})))`, { text: 'text' })
  return rows.map(({ text }) => text)
}

describe('a list', () => {
  it('holds quotes, line breaks and any alphabet, each text once, in the order of their bytes', async () => {
    const texts = ["O'Neil", 'b', 'Zoë', 'a\nb', '😀', '\uFF5E', "'; DROP TABLE x; --", 'b', '']
    await listType(engine, 't', 'c', texts)
    const sorted = [...new Set(texts)].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(await textsOf('"t c"')).toEqual(sorted)
  })

  it('holds a text with a NUL in it', async () => {
    await listType(engine, 't', 'c', ['a\0b', 'a'])
    expect(await textsOf('"t c"')).toEqual(['a', 'a\0b'])
  })

  it('may be empty', async () => {
    await listType(engine, 't', 'c', [])
    expect(await textsOf('"t c"')).toEqual([])
  })

  it('is changed and mended at once, with the texts that wait beside it', async () => {
    const { name: type } = await listType(engine, 't', 'reason', ['Price ', 'Price', 'n/a', "it's"])
    await engine.run(
      sql`CREATE TABLE t AS SELECT CAST(reason AS ${type}) AS reason, odd FROM (VALUES ('Price ', NULL), ('Price', NULL), ('n/a', NULL), ('it''s', NULL), (NULL, 'late'), (NULL, ' late'), (NULL, NULL)) v(reason, odd)`,
    )
    const mending = [
      ['Price ', 'Price'],
      ['n/a', null],
      [' late', 'late'],
      ["it's", "it's so"],
    ] as const
    expect(isShort(mending)).toBe(true)
    const texts = ['Price ', 'Price', 'n/a', "it's", "it's so", 'late', ' late']
    await storeAsList(engine, 't', 'reason', texts, raw('odd'), mending)
    const rows = await engine.all(sql`SELECT reason FROM t`, { reason: 'text?' })
    expect(rows.map(({ reason }) => reason)).toEqual([
      'Price',
      'Price',
      null,
      "it's so",
      'late',
      'late',
      null,
    ])
  })

  it('is not mended on the way when there is much to mend, or a NUL', () => {
    expect(isShort(Array.from({ length: 41 }, (_, at) => [`${at} `, String(at)] as const))).toBe(false)
    expect(isShort([['a\0', 'a']])).toBe(false)
    expect(isShort([])).toBe(true)
  })
})
