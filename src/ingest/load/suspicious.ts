// Which texts of a text column may need mending. Comparisons rule out nearly all cells; what is left is read by the rules of values.
import { join, raw, sql, type Sql } from '../../sql/index.ts'

/** White space at the end of a cell, as it occurs. */
const endings = [' ', '\t', '\n', '\r', '\u00a0']

/**
 * Texts that may need mending: padded ones, `'=…` and `="…"` guards, and words for "nothing" (`N/A`, `-`, `(blank)`, `none`, `undefined`).
 * Comparisons first, because they are cheap and rule out nearly all; the pattern then keeps few of the rest. `plain`: no text of the
 * column has stray white space or is other than ASCII.
 */
export function suspicious(column: Sql, plain: boolean): Sql {
  const startsWith = (first: string): Sql =>
    sql`(${column} >= '${raw(first)}' AND ${column} < '${raw(String.fromCharCode(first.charCodeAt(0) + 1))}')`
  const late = join(['N', 'P', 'U', '\\', 'n', 'p', 'u'].map(startsWith), ' OR ')
  const ends = endings.map((ending) => sql`ends_with(${column}, chr(${raw(String(ending.charCodeAt(0)))}))`)
  // Digits and A to M, with which most ids and many names begin, are through after three comparisons.
  const cheap = [
    sql`${column} < '0'`,
    // `<` and `=`.
    sql`(${column} >= '<' AND ${column} < '>')`,
    sql`(${column} >= 'N' AND (${column} >= '{' OR ${late}))`,
    ...(plain ? [] : ends),
  ]
  return sql`(${join(cheap, ' OR ')}) AND regexp_matches(${column}, '${raw(mendable)}')`
}

const blank = String.raw`[\s\p{Z}\x{FEFF}]`
const nothing = String.raw`[-–—‒―−]{1,3}|n(?:ull|il|one|an|/a|\.a\.|/v|\.v\.|v|ot applicable)|undefined|please select|\\n|[(<#-].{0,20}`
const mendable = String.raw`(?i)^${blank}|${blank}$|^''[=+\-@]|^="|^(?:${nothing})$`
