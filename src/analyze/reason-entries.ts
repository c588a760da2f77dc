// What salescheck.json says about lost reasons: `reasons` and its short form `aliases` become one map each of wordings and meanings.
import type { TaughtReason, Validation } from '../detectors/reason-words.ts'
import { SalescheckError } from '../errors.ts'
import { textFingerprint } from '../stats/index.ts'
import type { ConfigFile, ReasonEntry } from './config-schema.ts'

export interface ReasonEntries {
  readonly aliases: ReadonlyMap<string, readonly string[]>
  readonly reasons: ReadonlyMap<string, TaughtReason>
}

const byProduct = (given: Exclude<ReasonEntry['validated'], undefined>): TaughtReason['validated'] =>
  typeof given === 'object' ? new Map<string, Validation>(Object.entries(given)) : given

/** Reasons are compared as the data are: "Price" and "price!" are one. */
function refuseTwice(short: readonly string[], full: readonly string[], path: string): void {
  const seen = new Map(short.map((label) => [textFingerprint(label), label]))
  const inShort = new Set(seen.keys())
  for (const label of full) {
    const key = textFingerprint(label)
    const other = seen.get(key)
    if (other !== undefined) {
      const places = inShort.has(key) ? `aliases ("${other}") and reasons ("${label}")` : 'reasons twice'
      throw new SalescheckError('config', `${path}: "${label}" stands in ${places}`, {
        hint: `Say all of it in one place: { "reasons": { "${label}": { "aliases": […], "category": … } } }.`,
      })
    }
    seen.set(key, label)
  }
}

/** Throws SalescheckError `config` for a reason that is described twice. */
export function reasonEntries(
  { aliases = {}, reasons = {} }: Pick<ConfigFile, 'aliases' | 'reasons'>,
  path: string,
): ReasonEntries {
  refuseTwice(Object.keys(aliases), Object.keys(reasons), path)
  const wordings = new Map(Object.entries(aliases))
  const taught = new Map<string, TaughtReason>()
  for (const [label, entry] of Object.entries(reasons)) {
    wordings.set(label, entry.aliases ?? [])
    const { category = null, validated } = entry
    taught.set(label, { category, validated: validated === undefined ? null : byProduct(validated) })
  }
  return { aliases: wordings, reasons: taught }
}
