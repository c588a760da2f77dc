// Headers in the forms they are compared in: no case, spaces, punctuation, accents, object prefixes, units or export decorations.
import { fold, isCurrencyCode } from '../values/index.ts'
import { isScale } from './scaled.ts'

export interface HeaderForms {
  /** Squeezed forms, fullest first: `Deal - Lost reason` gives `deallostreason`, `lostreason`. */
  readonly keys: readonly string[]
  /** Words of the fullest form. */
  readonly words: readonly string[]
  /** ISO code when the header names one: `final_mrr_usd`, `Amount (EUR)`. */
  readonly currency: string | null
}

const longest = 300
const invisible = /[\ufeff\u200b-\u200f\u2060]/g
const decoration = /\(do not modify\)/gi
const lowerUpper = /([\p{Ll}\d])(?=\p{Lu})/gu
const acronymWord = /(\p{Lu})(?=\p{Lu}\p{Ll})/gu

/** Objects that exports put before a header: `Deal - Value`, `Opportunity: Amount`, in the languages that do. */
const objects: ReadonlySet<string> = new Set(
  (
    'deal opportunity opp affaire negocio trato potential lead contact account company survey response invoice target quota record ' +
    'oportunidad oportunidade opportunite verkaufschance deals leads opportunities'
  ).split(' '),
)
const wrappers: ReadonlySet<string> = new Set([
  'property',
  'properties',
  'custom',
  'attributes',
  'fields',
  'hs',
  'udf',
])
const units: ReadonlySet<string> = new Set([
  'utc',
  'gmt',
  'c',
  's',
  'percent',
  'pct',
  'flag',
  'datetime',
  'local',
])
const prefix = /^\s*([^-–:/]{1,24}?)\s*(?:\s[-–]\s|:\s)\s*(\S.*)$/u
const brackets = /^([^()[\]]{2,100})[([]([^()[\]]{1,60})[)\]]$/
const lookup = /^(.{1,80}?)_id\/(?:name|display_name|\.?id)$/i

const wordsOf = (text: string): string[] => {
  const folded = fold(text.replace(lowerUpper, '$1 ').replace(acronymWord, '$1 '))
  return folded === '' ? [] : folded.split(' ')
}

const ascii = /^[ -~]+$/
const notWord = /[^a-z0-9]+/g

/** Comparison key of a synonym or of a preset's header: its fullest form. Thousands of them are asked for at every start. */
export function headerKey(text: string): string {
  const clean = cleaned(text)
  const key = ascii.test(clean) ? clean.toLowerCase().replace(notWord, '') : fold(clean).replaceAll(' ', '')
  return key === '' ? clean : key
}

const cleaned = (raw: string): string =>
  raw.slice(0, longest).replace(invisible, '').replace(decoration, '').trim()

export function headerForms(raw: string): HeaderForms {
  const text = cleaned(raw)
  const words = wordsOf(text)
  const forms: string[][] = [words]
  const prefixed = prefix.exec(text)
  if (prefixed !== null && objects.has(fold(prefixed[1] ?? ''))) forms.push(wordsOf(prefixed[2] ?? ''))
  // `Score (0-10)`: what stands in brackets at the end explains. Not so `(k)` and `(000)`, which scale the amounts.
  const explained = brackets.exec(text)
  if (explained !== null && !isScale(explained[2] ?? '')) forms.push(wordsOf(explained[1] ?? ''))
  const path = lookup.exec(text)
  if (path !== null) forms.push(wordsOf(path[1] ?? ''))
  if (wrappers.has(words[0] ?? '')) forms.push(words.slice(1))
  let currency: string | null = null
  // Forms added on the way are looked at too; each is shorter than the one it came from.
  for (const form of forms) {
    const last = form.at(-1) ?? ''
    if (form.length < 2) continue
    if (last.length === 3 && isCurrencyCode(last) && last !== 'all' && last !== 'top' && last !== 'try') {
      currency ??= last.toUpperCase()
      forms.push(form.slice(0, form.at(-2) === 'in' ? -2 : -1))
    } else if (units.has(last)) forms.push(form.slice(0, -1))
  }
  const keys = new Set(forms.map((form) => form.join('')).filter((key) => key !== ''))
  // Typeform heads its response ids with a bare `#`.
  if (keys.size === 0 && text !== '') keys.add(text)
  return { keys: [...keys], words, currency }
}
