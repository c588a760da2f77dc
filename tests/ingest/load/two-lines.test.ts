// Two pieces of work at a time: results in order, the first error in order, nothing begun after it.
import { describe, expect, it } from 'vitest'
import { openDuckdb } from '../../../src/engine/duckdb.ts'
import { inTwoLines, oneAtATime } from '../../../src/ingest/load/two-lines.ts'
import { raw, sql } from '../../../src/sql/index.ts'

async function withEngine<T>(
  work: (engine: Awaited<ReturnType<typeof openDuckdb>>) => Promise<T>,
): Promise<T> {
  const engine = await openDuckdb()
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

const wait = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : new Promise((done) => setImmediate(done)).then(() => wait(turns - 1))

describe('inTwoLines', () => {
  it('gives the results in the order of the items, whichever is done first', async () => {
    const found = await withEngine((engine) =>
      inTwoLines(engine, [5, 1, 3, 0], async (turns) => {
        await wait(turns)
        return turns * 10
      }),
    )
    expect(found).toEqual([50, 10, 30, 0])
  })

  it('begins them in the order asked for', async () => {
    const begun: string[] = []
    const found = await withEngine((engine) =>
      inTwoLines(
        engine,
        ['small', 'large', 'middle'],
        async (name) => {
          begun.push(name)
          await wait(3)
          return name
        },
        [1, 2, 0],
      ),
    )
    expect(begun).toEqual(['large', 'middle', 'small'])
    expect(found).toEqual(['small', 'large', 'middle'])
  })

  it('works on two items at once, and never on more', async () => {
    let [now, most] = [0, 0]
    await withEngine((engine) =>
      inTwoLines(engine, [1, 2, 3, 4, 5], async (turns) => {
        now += 1
        most = Math.max(most, now)
        await wait(turns)
        now -= 1
      }),
    )
    expect(most).toBe(2)
  })

  it('shares tables between the lines', async () => {
    const counts = await withEngine(async (engine) => {
      await inTwoLines(engine, ['one', 'two', 'three'], (name, line) =>
        line.run(sql`CREATE TABLE ${raw(name)} AS SELECT range AS n FROM range(10)`),
      )
      return engine.all(
        sql`SELECT (SELECT COUNT(*) FROM one) + (SELECT COUNT(*) FROM two) + (SELECT COUNT(*) FROM three)`,
        { n: 'integer' },
      )
    })
    expect(counts).toEqual([{ n: 30 }])
  })

  it('throws the first error in the order of the items when all work is at rest, and begins nothing more', async () => {
    const begun: number[] = []
    let ended = 0
    const failing = withEngine((engine) =>
      inTwoLines(engine, [0, 1, 2, 3], async (item) => {
        begun.push(item)
        await wait(item === 0 ? 5 : 1)
        ended += 1
        throw new Error(`item ${item}`)
      }),
    )
    await expect(failing).rejects.toThrow('item 0')
    expect(begun).toEqual([0, 1])
    expect(ended).toBe(2)
  })
})

describe('a turn', () => {
  it('is for one at a time, in the order of asking, also after an error', async () => {
    const turn = oneAtATime()
    const told: string[] = []
    const work = (name: string, turns: number) => async (): Promise<string> => {
      told.push(`${name} begins`)
      await wait(turns)
      told.push(`${name} ends`)
      if (name === 'b') throw new Error('no b')
      return name
    }
    const all = await Promise.allSettled([turn(work('a', 5)), turn(work('b', 1)), turn(work('c', 0))])
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(all).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: new Error('no b') },
      { status: 'fulfilled', value: 'c' },
    ])
  })
})
