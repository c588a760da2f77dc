// Have customers confirmed a reason? Until somebody asked them, what is typed is a hypothesis.
import { normaliseText } from '../../../stats/index.ts'
import type { TaughtReason, Validation } from '../../reason-words.ts'

type Validated = TaughtReason['validated']

const notYet = 'not yet'

const wordOf = (one: Validation): string =>
  typeof one === 'string' ? `yes (${one})` : one ? 'yes' : 'not confirmed'

const byProduct = (validated: Validated): ReadonlyMap<string, Validation> =>
  typeof validated === 'object' && validated !== null ? validated : new Map()

/** For one product: what was said of it, or of all products. */
export function validatedFor(validated: Validated, product: string): string {
  if (validated === null) return notYet
  if (typeof validated !== 'object') return wordOf(validated)
  const wanted = normaliseText(product)
  const found = [...validated].find(([name]) => normaliseText(name) === wanted)
  return found === undefined ? notYet : wordOf(found[1])
}

/** `not yet`, `yes (2026-08 debrief with 12 customers)`, or by product: `Core: yes; Pay: not confirmed`. */
export function validatedText(validated: Validated): string {
  if (validated === null) return notYet
  if (typeof validated !== 'object') return wordOf(validated)
  const parts = [...validated].map(([product, one]) => `${product}: ${wordOf(one)}`)
  return parts.length === 0 ? notYet : parts.join('; ')
}

/** Confirmed for every product or for one at least. */
export const isValidated = (validated: Validated): boolean =>
  validated !== null &&
  (typeof validated === 'object' ? [...validated.values()].some((one) => one !== false) : validated !== false)

/** Products that a validation names and the data do not. */
export function strayProducts(validated: Validated, products: readonly string[]): string[] {
  const known = new Set(products.map(normaliseText))
  return [...byProduct(validated).keys()].filter((product) => !known.has(normaliseText(product)))
}
