/**
 * Optimal string alignment distance of two texts if it is at most `limit`, else null.
 *
 * Use it to search many texts for near ones: only a band of 2·limit + 1 cells per row is filled, and the
 * search ends as soon as two whole rows are beyond the limit (a swap reaches back two rows). For the plain
 * distance use osa-distance.ts.
 *
 * Formula: as osa-distance.ts; cells further than `limit` from the diagonal cannot lie on a path of cost <=
 * limit.
 * Source: Ukkonen 1985 for the band.
 *
 * Example: 'pirce' and 'price' within 1: 1; within 0: null.
 */
export interface OsaRows {
  beforeLast: Int32Array
  last: Int32Array
  row: Int32Array
  /** cells filled since the rows were made: how much work was done, the same on every machine */
  cells: number
}

/** Room for texts of up to `columns` characters, to be used again from call to call. */
export function osaRows(columns: number): OsaRows {
  const make = () => new Int32Array(columns + 2)
  return { beforeLast: make(), last: make(), row: make(), cells: 0 }
}

export function osaWithin(
  a: Uint32Array,
  b: Uint32Array,
  limit: number,
  rows: OsaRows = osaRows(b.length),
): number | null {
  const columns = b.length
  if (Math.abs(a.length - columns) > limit) return null
  const far = limit + 1
  let { beforeLast, last, row } = rows
  for (let j = 0; j <= Math.min(columns, limit); j++) last[j] = j
  last[limit + 1] = far
  let bestBefore = 0
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit)
    const to = Math.min(columns, i + limit)
    const letter = a[i - 1]
    const letterBefore = i > 1 ? a[i - 2] : -1
    let left = from === 1 ? Math.min(i, far) : far
    let best = left
    row[from - 1] = left
    for (let j = from; j <= to; j++) {
      const other = b[j - 1]
      let cost = (last[j - 1] ?? far) + (letter === other ? 0 : 1)
      const shorter = Math.min(left, last[j] ?? far) + 1
      if (shorter < cost) cost = shorter
      if (letterBefore === other && j > 1 && letter === b[j - 2]) {
        const swap = (beforeLast[j - 2] ?? far) + 1
        if (swap < cost) cost = swap
      }
      left = cost < far ? cost : far
      row[j] = left
      if (left < best) best = left
    }
    row[to + 1] = far
    rows.cells += to - from + 1
    if (best > limit && bestBefore > limit) return null
    bestBefore = best
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  const distance = last[columns] ?? far
  return distance <= limit ? distance : null
}
