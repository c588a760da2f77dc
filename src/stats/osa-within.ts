/**
 * Optimal string alignment distance of two texts if it is at most `limit`, else null.
 *
 * Use it to search many texts for near ones: only a band of 2·limit + 1 cells per row is filled, and the search ends
 * as soon as the whole band is beyond the limit. For the plain distance use osa-distance.ts.
 *
 * Formula: as osa-distance.ts; cells further than `limit` from the diagonal cannot lie on a path of cost <= limit.
 * Source: Ukkonen 1985 for the band.
 *
 * Example: 'pirce' and 'price' within 1: 1; within 0: null.
 */
export function osaWithin(a: Uint32Array, b: Uint32Array, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null
  const columns = b.length
  const far = limit + 1
  let beforeLast = new Int32Array(columns + 1).fill(far)
  let last = new Int32Array(columns + 1).fill(far)
  let row = new Int32Array(columns + 1).fill(far)
  for (let j = 0; j <= Math.min(columns, limit); j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit)
    const to = Math.min(columns, i + limit)
    row[from - 1] = from === 1 ? Math.min(i, far) : far
    let best = row[from - 1] ?? far
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = (last[j - 1] ?? far) + (same ? 0 : 1)
      const deletion = (last[j] ?? far) + 1
      if (deletion < cost) cost = deletion
      const insertion = (row[j - 1] ?? far) + 1
      if (insertion < cost) cost = insertion
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        const swap = (beforeLast[j - 2] ?? far) + 1
        if (swap < cost) cost = swap
      }
      row[j] = cost < far ? cost : far
      if (cost < best) best = cost
    }
    if (to < columns) row[to + 1] = far
    // A swap reaches back two rows, so the row before counts as well.
    if (best > limit && !hasWithin(last, i - 1, limit, columns)) return null
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  const distance = last[columns] ?? far
  return distance <= limit ? distance : null
}

function hasWithin(row: Int32Array, i: number, limit: number, columns: number): boolean {
  for (let j = Math.max(0, i - limit); j <= Math.min(columns, i + limit); j++) {
    if ((row[j] ?? limit + 1) <= limit) return true
  }
  return false
}
