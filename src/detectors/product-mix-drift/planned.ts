// The mix a strategy wants, as the user wrote it: `Basic=50`.

export interface Plan {
  /** Folded product name -> share, 0..1. */
  readonly shares: ReadonlyMap<string, number>
  /** What is left for products the plan does not name. */
  readonly others: number
  /** Entries that could not be read. */
  readonly unread: readonly string[]
}

/** As join keys are folded at load. */
const folded = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ').normalize('NFC').toLowerCase()

/** null: no plan was given, or nothing in it could be read. Shares above 100 % together are scaled down to it. */
export function planOf(entries: readonly string[]): Plan | null {
  const shares = new Map<string, number>()
  const unread: string[] = []
  for (const entry of entries) {
    const at = entry.lastIndexOf('=')
    const name = folded(entry.slice(0, Math.max(at, 0)))
    const percent = Number(
      entry
        .slice(at + 1)
        .replace('%', '')
        .trim(),
    )
    if (at < 1 || name === '' || !Number.isFinite(percent) || percent <= 0) unread.push(entry)
    else shares.set(name, (shares.get(name) ?? 0) + percent / 100)
  }
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  if (total === 0) return null
  const scale = Math.max(total, 1)
  return {
    shares: new Map([...shares].map(([name, share]) => [name, share / scale])),
    others: Math.max(0, 1 - total),
    unread,
  }
}
