// Yes and no, as tools write them.
import type { CellReading } from './contract.ts'
import { fold, quoted } from './fold.ts'
import { isMissingValue } from './missing.ts'

const yes: ReadonlySet<string> = new Set(
  (
    'true t 1 yes y x on done ja j waar wahr oui o vrai si sim s verdadero verdadeiro vero sant tak prawda ano da ' +
    'checked converted won completed held 是 はい'
  ).split(' '),
)
const no: ReadonlySet<string> = new Set(
  (
    'false f 0 no n off nein falsch nee onwaar vals non faux falso nao nej falskt nie ne net niet ' +
    'unchecked open lost pending todo planned 否 いいえ'
  ).split(' '),
)

const noPhrases: ReadonlySet<string> = new Set([
  'not converted',
  'to do',
  'not done',
  'not held',
  'not started',
  'in progress',
])

/** True, false, or null when the word is neither. */
export function flagOf(text: string): boolean | null {
  const trimmed = text.trim()
  if (trimmed === '✓' || trimmed === '✔' || trimmed === '✅' || trimmed === '☑') return true
  if (trimmed === '✗' || trimmed === '✘' || trimmed === '❌' || trimmed === '☐') return false
  const word = fold(trimmed)
  if (yes.has(word) || word === '1 0') return true
  return no.has(word) || word === '0 0' || noPhrases.has(word) ? false : null
}

/** Reads one cell of a flag column: `true` or `false`. */
export function readFlag(text: string): CellReading {
  const flag = flagOf(text)
  if (flag !== null) return { value: flag ? 'true' : 'false' }
  return isMissingValue(text)
    ? { value: null }
    : { code: 'not-a-flag', reason: `${quoted(text)} is neither yes nor no` }
}
