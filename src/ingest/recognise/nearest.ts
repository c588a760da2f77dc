// Did you mean: the known word nearest to a mistyped one.
import { fold } from '../values/index.ts'

/** Edits to turn one text into the other, up to `most`; more gives `most + 1`. Optimal string alignment: a swap is one edit. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

/** The nearest of `known`, or null when none is near: a third of its letters may differ, or one holds the other. */
export function nearest(text: string, known: readonly string[]): string | null {
  const wanted = fold(text.slice(0, 100))
  let best: { word: string; distance: number } | null = null
  for (const word of known) {
    const folded = fold(word.slice(0, 100))
    const most = Math.max(2, Math.floor(Math.max(wanted.length, folded.length) / 3))
    const holds =
      wanted.length >= 4 && folded.length >= 4 && (folded.includes(wanted) || wanted.includes(folded))
    const distance = holds ? 1.5 : edits(wanted, folded, most)
    if (distance <= most && (best === null || distance < best.distance)) best = { word, distance }
  }
  return best?.word ?? null
}
