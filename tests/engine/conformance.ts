// What every engine must do: the same suite runs on each. `open` gives an empty engine; the suite closes it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/engine/engine.ts'
import { EngineError } from '../../src/errors.ts'
import { boolean, date, decimal, integer, number, raw, sql, text, type Sql } from '../../src/sql/index.ts'
import { slowness } from '../slowness.ts'

export function conformance(name: string, open: () => Promise<Engine>): void {
  describe(`${name} keeps the contract of an engine`, () => {
    let engine: Engine
    beforeEach(async () => {
      engine = await open()
    })
    afterEach(async () => {
      await engine.close()
    })

    const deals = ['deal_id', 'owner', 'status', 'closed_on', 'amount', 'currency'] as const
    const fill = async (rows: (string | null)[][]): Promise<void> => {
      await engine.create('deals', [
        { name: 'deal_id', type: 'text' },
        { name: 'owner', type: 'text' },
        { name: 'status', type: 'choice' },
        { name: 'closed_on', type: 'date' },
        { name: 'amount', type: 'money' },
        { name: 'currency', type: 'text' },
      ])
      await engine.insert('deals', deals, rows)
    }

    it('gives every kind of cell back as plain JavaScript', async () => {
      await fill([['1', 'Ann', 'won', '2026-02-28', '1234.56', 'EUR']])
      const query = sql`SELECT deal_id, COUNT(*) OVER () AS n, amount, ${engine.dialect.toDouble(raw('amount'))} / 2 AS half, closed_on, status = 'won' AS won FROM deals`
      const rows = await engine.all(query, {
        deal_id: 'text',
        n: 'integer',
        amount: 'decimal',
        half: 'number',
        closed_on: 'date',
        won: 'flag',
      })
      expect(rows).toEqual([
        { deal_id: '1', n: 1, amount: 1234.56, half: 617.28, closed_on: '2026-02-28', won: true },
      ])
    })

    it('sums money exactly', async () => {
      await fill(Array.from({ length: 1000 }, (_, at) => [String(at), null, 'won', null, '0.1', null]))
      const rows = await engine.all(sql`SELECT SUM(amount) AS total FROM deals`, { total: 'decimal?' })
      expect(rows).toEqual([{ total: 100 }])
    })

    it('shows columns that no source fills as typed NULLs', async () => {
      await fill([['1', 'Ann', 'won', '2026-02-28', '1', null]])
      const rows = await engine.all(
        sql`SELECT team, team_key, lost_reason, expected_close_on FROM deals WHERE expected_close_on IS NULL`,
        { team: 'text?', team_key: 'text?', lost_reason: 'text?', expected_close_on: 'date?' },
      )
      expect(rows).toEqual([{ team: null, team_key: null, lost_reason: null, expected_close_on: null }])
    })

    it('hides undeclared columns when only the given ones are asked for', async () => {
      await engine.create('deals', [{ name: 'owner', type: 'text' }], { only: true })
      expect(await engine.describe(sql`SELECT owner, owner_key FROM deals`)).toHaveLength(2)
      await expect(engine.describe(sql`SELECT team FROM deals`)).rejects.toThrow(EngineError)
    })

    it('makes join keys that forget case, white space and Unicode form', async () => {
      await fill([
        ['1', '  Ann \t LEE ', 'won', null, null, null],
        ['2', 'ann lee', 'won', null, null, null],
        ['3', 'Zoe\u0308', 'won', null, null, null],
        ['4', 'ZO\u00cb', 'won', null, null, null],
        ['5', null, 'won', null, null, null],
      ])
      const rows = await engine.all(sql`SELECT owner_key FROM deals ORDER BY deal_id`, { key: 'text?' })
      expect(rows.map((row) => row.key)).toEqual(['ann lee', 'ann lee', 'zo\u00eb', 'zo\u00eb', null])
    })

    it('takes bound values of every type, and nothing in them is SQL', async () => {
      const hostile = `'; DROP TABLE deals_rows; --`
      await fill([['1', hostile, 'won', '2026-02-28', '1234567890.1234', null]])
      const rows = await engine.all(
        sql`SELECT deal_id FROM deals WHERE owner = ${text(hostile)} AND closed_on = ${date('2026-02-28')} AND amount = ${decimal('1234567890.1234')} AND 2 > ${integer(1)} AND 0.5 < ${number(0.75)} AND ${boolean(true)}`,
        { id: 'text' },
      )
      expect(rows).toEqual([{ id: '1' }])
    })

    it('takes a small decimal with leading zeros and a negative one', async () => {
      const rows = await engine.all(sql`SELECT ${decimal('0.05')} AS a, ${decimal('-12.5')} AS b`, {
        a: 'decimal',
        b: 'decimal',
      })
      expect(rows).toEqual([{ a: 0.05, b: -12.5 }])
    })

    it('tells the rows of a table apart', async () => {
      await fill(Array.from({ length: 50 }, () => ['1', 'Ann', 'won', null, null, null]))
      const rows = await engine.all(sql`SELECT COUNT(DISTINCT row_number) FROM deals`, { n: 'integer' })
      expect(rows).toEqual([{ n: 50 }])
    })

    it('finds the first day after a day among many, few and none', async () => {
      const { dialect } = engine
      const at = (day: number): string =>
        `2026-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`
      await fill([
        ...Array.from({ length: 300 }, (_, day) => ['1', 'many', 'won', at((day * 7) % 100), null, null]),
        ['1', 'few', 'won', at(9), null, null],
        ['1', 'few', 'won', at(3), null, null],
        ['1', 'few', 'won', null, null, null],
        ['1', 'none', 'won', null, null, null],
      ])
      const first = (day: number): Sql => dialect.firstAfter(raw('days'), sql`${date(at(day))}`)
      const rows = await engine.all(
        sql`SELECT owner, ${first(0)} AS a, ${first(5)} AS b, ${first(9)} AS c, ${first(99)} AS d
          FROM (SELECT owner, ${dialect.daysOf(raw('closed_on'))} AS days FROM deals GROUP BY owner) AS listed ORDER BY owner`,
        { owner: 'text', a: 'date?', b: 'date?', c: 'date?', d: 'date?' },
      )
      expect(rows).toEqual([
        { owner: 'few', a: at(3), b: at(9), c: null, d: null },
        { owner: 'many', a: at(1), b: at(6), c: at(10), d: null },
        { owner: 'none', a: null, b: null, c: null, d: null },
      ])
    })

    it('compares a bound NULL like any NULL', async () => {
      await fill([['1', null, 'won', null, null, null]])
      const rows = await engine.all(sql`SELECT COUNT(*) FROM deals WHERE owner = ${text(null)}`, {
        n: 'integer',
      })
      expect(rows).toEqual([{ n: 0 }])
    })

    it('refuses a column of another type than promised', async () => {
      await fill([['1', 'Ann', 'won', '2026-02-28', '1', null]])
      await expect(engine.all(sql`SELECT amount FROM deals`, { amount: 'integer' })).rejects.toThrow(
        /promises integer/,
      )
      await expect(engine.all(sql`SELECT closed_on FROM deals`, { day: 'text' })).rejects.toThrow(EngineError)
    })

    it('refuses a NULL that was not promised', async () => {
      await fill([['1', null, 'won', null, null, null]])
      await expect(engine.all(sql`SELECT owner FROM deals`, { owner: 'text' })).rejects.toThrow(
        /NULL was not promised/,
      )
    })

    it('refuses another number of columns than promised', async () => {
      await expect(engine.all(sql`SELECT 1, 2`, { one: 'integer' })).rejects.toThrow(/2 columns, 1/)
    })

    it('refuses infinity and whole numbers that a double cannot hold', async () => {
      const one = engine.dialect.toDouble(raw('1'))
      const zero = engine.dialect.toDouble(raw('0'))
      await expect(engine.all(sql`SELECT ${one} / ${zero}`, { ratio: 'number' })).rejects.toThrow(EngineError)
      await expect(engine.all(sql`SELECT 9007199254740993`, { n: 'integer' })).rejects.toThrow(/too large/)
    })

    it('carries the SQL it refused', async () => {
      const refused = await engine.all(sql`SELECT nothing_of_the_kind`, { a: 'text' }).catch((error) => error)
      expect(refused).toBeInstanceOf(EngineError)
      expect(refused.sql).toBe('SELECT nothing_of_the_kind')
    })

    it('answers after a refusal as if nothing had happened', async () => {
      await engine.all(sql`SELECT nothing_of_the_kind`, { a: 'text' }).catch(() => undefined)
      expect(await engine.all(sql`SELECT 1`, { one: 'integer' })).toEqual([{ one: 1 }])
    })

    it('binds a query without running it', async () => {
      await fill([])
      const columns = await engine.describe(sql`SELECT owner, SUM(amount) AS total FROM deals GROUP BY owner`)
      expect(columns.map((column) => column.name)).toEqual(['owner', 'total'])
    })

    it('starts months, quarters, years and ISO weeks on their first day, as dates', async () => {
      await fill([['1', null, 'won', '2027-01-02', null, null]])
      const d = engine.dialect
      const day = raw('closed_on')
      const rows = await engine.all(
        sql`SELECT ${d.monthOf(day)}, ${d.quarterOf(day)}, ${d.yearOf(day)}, ${d.weekOf(day)}, ${d.daysBetween(day, sql`${date('2027-03-01')}`)} FROM deals`,
        { month: 'date', quarter: 'date', year: 'date', week: 'date', days: 'integer' },
      )
      expect(rows).toEqual([
        { month: '2027-01-01', quarter: '2027-01-01', year: '2027-01-01', week: '2026-12-28', days: 58 },
      ])
    })

    it('takes quantiles between the values, as Hyndman and Fan 7 does', async () => {
      await fill(['1', '2', '3', '10'].map((amount, at) => [String(at), null, 'won', null, amount, null]))
      const d = engine.dialect
      const rows = await engine.all(
        sql`SELECT ${d.quantile(raw('amount'), 0.5)}, ${d.quantile(raw('amount'), 0.25)} FROM deals`,
        { median: 'number', lower: 'number' },
      )
      // R: quantile(c(1, 2, 3, 10), c(.5, .25), type = 7)
      expect(rows).toEqual([{ median: 2.5, lower: 1.75 }])
    })

    it('squares money without overflow', async () => {
      await fill(
        Array.from({ length: 4 }, (_, at) => [String(at), null, 'won', null, '90000000000000', null]),
      )
      const rows = await engine.all(sql`SELECT ${engine.dialect.sumOfSquares(raw('amount'))} FROM deals`, {
        squares: 'number',
      })
      expect(rows).toEqual([{ squares: 4 * 90_000_000_000_000 ** 2 }])
    })

    it('orders text by code unit', async () => {
      await fill(['a', 'B', 'Ä', 'b', 'A'].map((id) => [id, null, 'won', null, null, null]))
      const rows = await engine.all(
        sql`SELECT deal_id FROM deals ORDER BY ${engine.dialect.textOrder(raw('deal_id'))}`,
        { id: 'text' },
      )
      expect(rows.map((row) => row.id)).toEqual(['A', 'B', 'a', 'b', 'Ä'])
    })

    it('stops a long query when the signal aborts, and works on', async () => {
      const controller = new AbortController()
      const started = Date.now()
      setTimeout(() => controller.abort(), 50)
      const long = sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT COUNT(*) FROM n`
      await expect(engine.all(long, { n: 'integer' }, controller.signal)).rejects.toMatchObject({
        code: 'interrupted',
      })
      expect(Date.now() - started).toBeLessThan(5000 * slowness())
      expect(await engine.all(sql`SELECT 1`, { one: 'integer' })).toEqual([{ one: 1 }])
    })

    it('does not begin a query whose signal has aborted', async () => {
      await expect(engine.all(sql`SELECT 1`, { one: 'integer' }, AbortSignal.abort())).rejects.toMatchObject({
        code: 'interrupted',
      })
    })

    it('gives nothing for an empty table, and keeps text of every kind as it is', async () => {
      await fill([])
      expect(await engine.all(sql`SELECT owner FROM deals`, { owner: 'text?' })).toEqual([])
      const odd = ['', ' ', 'O\'Neil "the" Great', 'Zürich 🦊', 'a\nb', '__proto__', 'NULL', '\u0000x']
      await engine.insert(
        'deals',
        deals,
        odd.map((owner, at) => [String(at), owner, 'won', null, null, null]),
      )
      const rows = await engine.all(sql`SELECT owner FROM deals ORDER BY deal_id`, { owner: 'text?' })
      expect(rows.map((row) => row.owner)).toEqual(odd)
    })
  })
}
