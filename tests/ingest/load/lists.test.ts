// Columns stored as places in a list read like columns of text: the same tables, the same report.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as loading from './loading.ts'

const lists = '../../../src/ingest/load/lists.ts'

type Loaded = loading.Loaded
type Loading = typeof loading

/** The loader as it treats big files, and as it treats small ones. */
async function loaders(): Promise<{ listed: Loading; plain: Loading }> {
  const plain = await import('./loading.ts')
  vi.resetModules()
  vi.doMock(lists, async (original) => ({ ...(await original<object>()), listsFromBytes: 0 }))
  return { listed: await import('./loading.ts'), plain }
}

afterEach(() => {
  vi.doUnmock(lists)
  vi.resetModules()
})

const header = 'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount,Currency,Loss Reason'
const owners = ['Ann Lee', 'Bob', 'Zoë', "O'Neil"]
const reasons = ['Price', 'price ', 'Went silent', 'N/A', "'=1", '"=""Price"""', '', 'null']

function deal(at: number, owner: string, reason: string): string {
  const stage = at % 3 === 0 ? 'Closed Won' : at % 3 === 1 ? 'Closed Lost' : 'Negotiation'
  return `D${at},C${at},${owner},${stage},2026-01-05,2026-02-${10 + (at % 10)},${at}.50,${at % 2 === 0 ? 'EUR' : 'usd'},${reason}`
}

/** What the sample shows, and from row 3,000 on what it does not. */
function dealsWith(late: (at: number) => { readonly owner: string; readonly reason: string }): string {
  const rows = Array.from({ length: 6000 }, (_, at) => {
    if (at >= 3000 && at % 7 === 0) {
      const { owner, reason } = late(at)
      return deal(at, owner, reason)
    }
    return deal(at, owners[at % owners.length] ?? '', reasons[at % reasons.length] ?? '')
  })
  return `${[header, ...rows].join('\n')}\n`
}

const tableOf = async ({ rows, only, report }: Loaded): Promise<unknown> => ({
  deals: await rows(
    'SELECT deal_id, "owner", owner_key, stage, status, closed_on, expected_close_on, currency, lost_reason FROM deals ORDER BY deal_id',
    {
      id: 'text',
      owner: 'text?',
      ownerKey: 'text?',
      stage: 'text?',
      status: 'text?',
      closed: 'date?',
      expected: 'date?',
      currency: 'text?',
      reason: 'text?',
    },
  ),
  order: await rows(
    'SELECT "owner", MIN(lost_reason), COUNT(*) FROM deals GROUP BY "owner" ORDER BY "owner" NULLS FIRST',
    { owner: 'text?', reason: 'text?', n: 'integer' },
  ),
  one: await rows(`SELECT COUNT(*) FROM deals WHERE "owner" = 'nobody of them' OR "owner" = 'Ann Lee'`, {
    n: 'integer',
  }),
  rows: only.rows,
  rejects: only.rejects,
  warnings: report.warnings,
})

const stored = ({ rows }: Loaded): Promise<{ name: string; type: string }[]> =>
  rows("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'source_0'", {
    name: 'text',
    type: 'text',
  })

const typeOf = async (loaded: Loaded, column: string): Promise<string> =>
  (await stored(loaded)).find(({ name }) => name === column)?.type ?? 'none'

describe('listed columns', () => {
  it('read like text, also what the sample did not show and what has to be mended', async () => {
    const { listed, plain } = await loaders()
    const text = dealsWith((at) => ({
      owner: at % 2 === 0 ? 'Late Comer' : ' Ann Lee ',
      reason: 'none of these',
    }))
    const [one, other] = [
      await listed.load([{ text, pin: 'deals' }]),
      await plain.load([{ text, pin: 'deals' }]),
    ]
    expect(await tableOf(one)).toEqual(await tableOf(other))
    expect(await typeOf(one, 'owner')).toMatch(/^ENUM/)
    expect(await typeOf(one, 'lost_reason')).toMatch(/^ENUM/)
    expect(await typeOf(one, 'status')).toMatch(/^ENUM/)
    expect(await typeOf(other, 'owner')).toBe('VARCHAR')
  })

  it('become text where the rest of the file has too many different ones', async () => {
    const { listed, plain } = await loaders()
    const rows = Array.from({ length: 24_000 }, (_, at) => deal(at, at < 2000 ? 'Ann' : `Rep ${at}`, 'Price'))
    const text = `${[header, ...rows].join('\n')}\n`
    const [one, other] = [
      await listed.load([{ text, pin: 'deals' }]),
      await plain.load([{ text, pin: 'deals' }]),
    ]
    expect(await typeOf(one, 'owner')).toBe('VARCHAR')
    expect(await tableOf(one)).toEqual(await tableOf(other))
  })

  it('take the names of the roster', async () => {
    const { listed, plain } = await loaders()
    const text = dealsWith(() => ({ owner: 'bob', reason: 'Price' }))
    const roster = 'Name,Email,Team\nRobert Stone,bob,North\nAnn Lee,ann@example.com,South\n'
    const files = [
      { text, pin: 'deals' },
      { text: roster, pin: 'owners' },
    ] as const
    const [one, other] = [await listed.load(files), await plain.load(files)]
    expect(await tableOf(one)).toEqual(await tableOf(other))
  })

  it('of two files with different lists are compared as texts', async () => {
    const { listed, plain } = await loaders()
    const files = [
      { text: dealsWith(() => ({ owner: 'Bob', reason: 'Price' })), pin: 'deals' },
      { text: `${header}\n${deal(9001, 'Yara', 'Timing')}\n${deal(9002, 'Bob', 'Price')}\n`, pin: 'deals' },
    ] as const
    const [one, other] = [await listed.load(files), await plain.load(files)]
    expect(await tableOf(one)).toEqual(await tableOf(other))
  })
})

describe('a report from listed columns', () => {
  it.each([[[]], [['--anonymize']]])(
    'is the same as from text %j',
    async (flags) => {
      const reports: string[] = []
      for (const isListed of [false, true]) {
        vi.resetModules()
        if (isListed)
          vi.doMock(lists, async (original) => ({ ...(await original<object>()), listsFromBytes: 0 }))
        const { inProcess } = await import('../../cli/salescheck.ts')
        const { stdout } = await inProcess([
          'analyze',
          'fixtures/companies/harborline',
          '--format',
          'json',
          ...flags,
        ])
        reports.push(stdout)
      }
      const [text, listed] = reports
      expect(text).toContain('"findings"')
      expect(listed).toBe(text)
      // Everything is imported twice: a slow machine takes its time.
    },
    180_000,
  )
})
