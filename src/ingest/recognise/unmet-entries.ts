// Entries of the mapping file that are for none of the files read: a slip of the name leaves a file understood as if nothing had been said.
import type { Diagnostic } from '../diagnostic.ts'
import { fold } from '../values/index.ts'
import { nearest } from './nearest.ts'
import { entryFits, type Overrides } from './override.ts'

/** Names listed in the message: one mapping file may serve many folders. */
const mostNames = 5

/** One warning for all of them, or none. Not an error: one mapping file may serve several folders. */
export function unmetEntries(names: readonly string[], overrides: Overrides): Diagnostic[] {
  const keys = [...overrides.keys()]
  const unmet = keys.filter((key) => !names.some((name) => entryFits(key, name)))
  if (unmet.length === 0) return []
  const free = names.filter((name) => !keys.some((key) => entryFits(key, name)))
  const guesses = unmet.slice(0, mostNames).flatMap((key) => {
    const guess = nearName(key, free)
    return guess === null ? [] : [unmet.length === 1 ? `"${guess}"` : `"${guess}" instead of "${key}"`]
  })
  const more = unmet.length > mostNames ? ` and ${unmet.length - mostNames} more` : ''
  const list = unmet.slice(0, mostNames).join(', ')
  const meant = guesses.length === 0 ? '' : `; did you mean ${guesses.join(', ')}?`
  return [
    {
      code: 'file-not-among',
      message: `salescheck.json names ${list}${more}, which ${unmet.length === 1 ? 'is' : 'are'} not among the files read${meant}`,
    },
  ]
}

/** `exports/Deals 2026.csv.gz` gives `deals 2026`. */
const stem = (path: string): string => {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return fold(base.replace(/(?:\.[A-Za-z]{1,4}){1,2}$/, ''))
}

/** The file whose name is alike, or begins the other: `deals.csv` for `deals-final.csv`. */
function nearName(key: string, names: readonly string[]): string | null {
  const wanted = stem(key)
  const stems = names.map(stem)
  const close =
    stems.find((one) => `${wanted} `.startsWith(`${one} `) || `${one} `.startsWith(`${wanted} `)) ??
    nearest(wanted, stems)
  return close === null ? null : (names[stems.indexOf(close)] ?? null)
}
