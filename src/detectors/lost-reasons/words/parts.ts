// The single reasons of a cell: `|` always separates them, `;` where every part is a reason known from elsewhere.
import { splitMultiSelect } from '../../../stats/index.ts'

const semicolons = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Fingerprints of reasons that stand alone in some cell: what `;` may separate. */
export function standingAlone(texts: readonly string[], keyOf: (text: string) => string): Set<string> {
  const alone = new Set<string>()
  for (const text of texts)
    for (const part of splitMultiSelect(text)) if (!part.includes(';')) alone.add(keyOf(part))
  return alone
}

/**
 * "Price;Timing" of a checkbox field is two reasons, "too expensive; they chose us before" is one sentence: the difference is that
 * Price and Timing are named alone elsewhere. `isKnown` takes a part.
 */
export function partsOf(text: string, isKnown: (part: string) => boolean): string[] {
  const parts: string[] = []
  for (const part of splitMultiSelect(text)) {
    const pieces = part.includes(';') ? semicolons(part) : []
    if (pieces.length > 0 && pieces.every(isKnown)) for (const piece of pieces) parts.push(piece)
    else parts.push(part)
  }
  return parts
}
