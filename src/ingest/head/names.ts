// Names for the columns of a table: clean, never blank, never the same twice.

/** Control characters, byte order marks and zero-width characters go; white space of any kind becomes one space. */
export function cleanName(cell: string): string {
  return cell
    .slice(0, 10_000)
    .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replaceAll(/[\s\p{Cc}]/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ')
}

/** Blanks become `column N`, repeats `name (2)`, `name (3)` …; the result has `width` names. */
export function uniqueNames(cells: readonly string[], width: number): string[] {
  const used = new Set<string>()
  const next = new Map<string, number>()
  const clean = Array.from({ length: width }, (_, column) => cleanName(cells[column] ?? ''))
  const given = new Set(clean)
  return clean.map((name, column) => {
    const base = name === '' ? `column ${column + 1}` : name
    let unique = base
    for (
      let count = next.get(base) ?? 2;
      used.has(unique) || (unique !== name && given.has(unique));
      count++
    ) {
      unique = `${base} (${count})`
      next.set(base, count + 1)
    }
    used.add(unique)
    return unique
  })
}

/**
 * One row of names from up to three header rows. A full row names the columns alone; where the rows fill each other's gaps they are
 * joined, a heading that spans several columns being repeated for each (`How likely … Response`).
 */
export function joinedHeader(rows: readonly (readonly string[])[], naming: number): readonly string[] {
  const main = rows[naming] ?? []
  const below = rows[naming + 1]
  if (below === undefined) return main
  const width = Math.max(main.length, below.length)
  let gaps = 0
  let sparse = 0
  for (let column = 0; column < width; column++) {
    const upper = main[column]?.trim() ?? ''
    const lower = below[column]?.trim() ?? ''
    if (upper === '' && lower !== '') gaps++
    if (lower === '') sparse++
  }
  // Both rows full: two ways of naming the same columns, of which the first is the tool's own.
  if (gaps === 0 && sparse === 0) return main
  let heading = ''
  return Array.from({ length: width }, (_, column) => {
    const upper = main[column]?.trim() ?? ''
    const lower = below[column]?.trim() ?? ''
    if (upper !== '') heading = upper
    return lower === '' ? upper : `${upper === '' ? heading : upper} ${lower}`.trim()
  })
}
