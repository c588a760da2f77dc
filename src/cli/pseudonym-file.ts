// --anonymize-map FILE: which pseudonym stands for whom, readable by its owner alone.
import { SalescheckError, type PseudonymMap } from '../index.ts'
import type { Io } from './io.ts'
import { writeWhole } from './output-file.ts'
import { readText } from './read-text.ts'

/** An absent file is an empty map. Throws SalescheckError `input-unreadable`. */
export async function readPseudonyms(path: string, io: Io): Promise<PseudonymMap> {
  const text = await readText(path, io, true)
  if (text === null) return new Map()
  try {
    const names = JSON.parse(text) as unknown
    if (typeof names !== 'object' || names === null || Array.isArray(names))
      throw new TypeError('not an object')
    const entries = Object.entries(names)
    if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string'))
      throw new TypeError('not a map of texts')
    return new Map(entries)
  } catch (error) {
    throw new SalescheckError(
      'input-unreadable',
      `${path} is not a map of pseudonyms: ${error instanceof Error ? error.message : String(error)}`,
      {
        hint: 'Name another file; a new one is made where there is none.',
      },
    )
  }
}

export const writePseudonyms = (path: string, names: PseudonymMap): Promise<void> =>
  writeWhole(path, `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`, 0o600)
