// Takes chance out of who has which reason, so that nothing is found that was not planted.
import { type Random } from '../random.ts'

export interface Evened<T> {
  /** What must have no favourite reason: rep, product, source of the item. */
  readonly marks: (item: T) => readonly string[]
  /** Reasons are swapped within a group only: its counts are planned. */
  readonly group: (item: T) => string
  readonly read: (item: T) => string
  readonly write: (item: T, reason: string) => void
}

const cell = (mark: string, reason: string): string => `${mark}|${reason}`

/** How often each mark meets each reason, against what mixing without any chance would give. */
class Crossing {
  readonly #counts = new Map<string, number>()
  readonly #total: number

  constructor(total: number) {
    this.#total = total
  }

  add(key: string, step: number): void {
    this.#counts.set(key, this.count(key) + step)
  }

  count(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  excess(mark: string, reason: string): number {
    return this.count(cell(mark, reason)) - (this.count(mark) * this.count(cell('', reason))) / this.#total
  }
}

/** Swaps the reasons of two items of a group wherever that brings every mark nearer to the common mixture. */
export function even<T>(source: Random, items: readonly T[], { marks, group, read, write }: Evened<T>): void {
  const crossing = new Crossing(items.length)
  const groups = new Map<string, T[]>()
  for (const one of items) {
    groups.set(group(one), [...(groups.get(group(one)) ?? []), one])
    crossing.add(cell('', read(one)), 1)
    for (const mark of marks(one)) {
      crossing.add(mark, 1)
      crossing.add(cell(mark, read(one)), 1)
    }
  }
  for (let turn = 0; turn < 60 * items.length; turn += 1) {
    const first = source.pick(items)
    const second = source.pick(groups.get(group(first)) ?? items)
    const [old, other] = [read(first), read(second)]
    if (old === other) continue
    const pairs = [
      { mine: marks(first), theirs: marks(second), gives: old, takes: other },
      { mine: marks(second), theirs: marks(first), gives: other, takes: old },
    ]
    // The change of the squared excess, were they to swap.
    let change = 0
    for (const { mine, theirs, gives, takes } of pairs)
      for (const mark of mine)
        if (!theirs.includes(mark))
          change +=
            (2 - 2 * crossing.excess(mark, gives) + 2 * crossing.excess(mark, takes)) / crossing.count(mark)
    if (change >= 0) continue
    for (const { mine, gives, takes } of pairs)
      for (const mark of mine) {
        crossing.add(cell(mark, gives), -1)
        crossing.add(cell(mark, takes), 1)
      }
    write(first, other)
    write(second, old)
  }
}
