// Work that does not depend on one another, on both lines of the engine.
import type { LoadingEngine } from '../../engine/engine.ts'

/** Does what it is given when nothing else is in this turn. */
export type Turn = <Out>(work: () => Promise<Out>) => Promise<Out>

/** One piece of work at a time, in the order in which they come. */
export function oneAtATime(): Turn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

/**
 * What `work` makes of each item, in their order. Two at a time: while one statement waits or keeps one processor busy, the other line goes
 * on. They are begun in the order of `sequence`, places in `items`. After an error no item is begun; the first one in the order of the
 * items is thrown when nothing is at work any more.
 */
export async function inTwoLines<In, Out>(
  engine: LoadingEngine,
  items: readonly In[],
  work: (item: In, line: LoadingEngine) => Promise<Out>,
  sequence: readonly number[] = [...items.keys()],
): Promise<Out[]> {
  const results: Out[] = []
  const errors: { readonly at: number; readonly error: unknown }[] = []
  let next = 0
  const workOn = async (line: LoadingEngine): Promise<void> => {
    while (errors.length === 0) {
      const at = sequence[next++]
      if (at === undefined) return
      try {
        // In range, whatever the items are.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        results[at] = await work(items[at] as In, line)
      } catch (error) {
        errors.push({ at, error })
      }
    }
  }
  const { beside } = engine
  await Promise.all([workOn(engine), ...(beside === null ? [] : [workOn(beside)])])
  const [first] = errors.toSorted((a, b) => a.at - b.at)
  if (first !== undefined) throw first.error
  return results
}
