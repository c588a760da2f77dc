// Dialects annotated by hand: lines of `file|encoding|delimiter|quote|…` with the words comma, semicolon, tab, vslash, doublequote …
import { readFileSync } from 'node:fs'
import type { Source } from '../../src/ingest/source.ts'

export interface AnnotatedDialect {
  readonly name: string
  /** Empty for a table of one column. */
  readonly delimiter: string
  /** Empty when there is none. */
  readonly quote: string
}

const characters = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['vslash', '|'],
  ['vbar', '|'],
  ['space', ' '],
  ['colon', ':'],
  ['doublequote', '"'],
  ['singlequote', "'"],
])

export function annotatedDialects(annotations: string): AnnotatedDialect[] {
  const found: AnnotatedDialect[] = []
  for (const line of readFileSync(annotations, 'utf8').split(/\r?\n/)) {
    const [name = '', , delimiter = '', quote = ''] = line.split('|')
    if (line.startsWith('#') || name === '' || name === 'file_name') continue
    found.push({
      name,
      delimiter: characters.get(delimiter) ?? delimiter,
      quote: characters.get(quote) ?? quote,
    })
  }
  return found
}

export function annotatedDialect(annotations: string, name: string): AnnotatedDialect | null {
  return annotatedDialects(annotations).find((dialect) => dialect.name === name) ?? null
}

/** Null when we found the same. */
export function differentDialect(
  { dialect, header }: Source,
  { delimiter, quote }: AnnotatedDialect,
  bytes: Buffer,
): string | null {
  // A space after the delimiter is part of it in our reading; in a table of one column there is none to find.
  const sameDelimiter = dialect.delimiter[0] === delimiter || (header.names.length === 1 && delimiter === '')
  const sameQuote = quote === '' || dialect.quote === quote || !bytes.includes(quote)
  if (sameDelimiter && sameQuote) return null
  return `${JSON.stringify(dialect.delimiter)} ${dialect.quote}, not ${JSON.stringify(delimiter)} ${quote}`
}
