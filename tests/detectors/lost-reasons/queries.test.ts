// Every query binds on a real engine, on just the columns the detector declares, and on any part of them.
import { describe, expect, it } from 'vitest'
import { openDuckdb } from '../../../src/engine/duckdb.ts'
import { lostReasons } from '../../../src/detectors/lost-reasons/index.ts'
import type { Columns, Present } from '../../../src/detectors/detector.ts'
import { tables, type TableName } from '../../../src/schema/index.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { input } from './losses.ts'

const declared = Object.entries(lostReasons.needs.optional ?? {}) as [TableName, readonly string[]][]

async function bind(columns: Columns, over: object = {}): Promise<string[]> {
  const engine = await openDuckdb({})
  try {
    for (const [table, names] of declared)
      await engine.create(
        table,
        names.map((name) => ({ name, type: tables[table].columns[name]?.type ?? 'text' })),
        { only: true },
      )
    const present: Present = {
      has: (table, column) =>
        columns[table] !== undefined && (column === undefined || columns[table].includes(column)),
    }
    const asked = { ...input({ reasons: [] }), present, dialect: engine.dialect, ...over }
    for (const rollup of Object.values(lostReasons.rollups ?? {}))
      for (const made of rollup.shared?.(asked) ?? []) await engine.materialise(made.name, made.sql)
    const queries = lostReasons.queries(asked)
    const names: string[] = []
    for (const [name, query] of Object.entries(queries)) {
      expect(await engine.all(query, lostReasons.rows[name as keyof typeof lostReasons.rows])).toBeDefined()
      names.push(name)
    }
    return names
  } finally {
    await engine.close()
  }
}

describe('queries bind and run', () => {
  it('with every declared column', async () => {
    const all = Object.fromEntries(declared)
    expect(await bind(all)).toEqual(['reasons', 'segments', 'stages', 'totals'])
    const bounds = { period: parsePeriod('2025-Q4'), since: '2025-01-01', until: '2025-12-31' }
    expect(await bind(all, bounds)).toEqual(['reasons', 'segments', 'stages', 'totals'])
  })

  it.each(lostReasons.needs.required.map((columns) => [JSON.stringify(columns), columns] as const))(
    'with no more than %s',
    async (_, columns) => {
      expect(await bind(columns)).toEqual(['reasons', 'totals'])
    },
  )

  it('with the stage of the deal, and with its history', async () => {
    const deals = ['status', 'lost_reason', 'stage', 'deal_id']
    expect(await bind({ deals })).toContain('stages')
    expect(await bind({ deals, stage_history: ['deal_id', 'stage', 'entered_on'] })).toContain('stages')
  })
})
