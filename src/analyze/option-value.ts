// Reads the value of an option from a flag, the environment or salescheck.json, and says precisely what is wrong with it.
import type { OptionSpec } from '../detectors/options.ts'
import { SalescheckError, suggestion } from '../errors.ts'
import { dateParts } from '../schema/index.ts'

export type SettingValue = number | string | boolean | null | readonly string[]

const yes = new Set(['true', 'yes', 'on', '1'])
const no = new Set(['false', 'no', 'off', '0'])

/** A value of salescheck.json as it stands there. */
const shown = (given: unknown): string => (typeof given === 'string' ? given : JSON.stringify(given))

/** `given` is text from a flag or the environment, or a JSON value from salescheck.json; `name` is how the user wrote the option. */
export function readOption(spec: OptionSpec, given: unknown, name: string): SettingValue {
  const fail = (problem: string, hint?: string): never => {
    throw new SalescheckError('usage', `${name}: ${problem}`, hint === undefined ? {} : { hint })
  }
  switch (spec.type) {
    case 'integer':
    case 'number':
      return readNumber(spec, given, fail)
    case 'choice': {
      if (typeof given === 'string' && spec.choices.includes(given)) return given
      const guess = suggestion(shown(given), spec.choices)
      return fail(
        `"${shown(given)}" is not one of ${spec.choices.join(', ')}`,
        guess && `Did you mean ${guess}?`,
      )
    }
    case 'date':
      if (given === null || (typeof given === 'string' && dateParts(given) !== null)) return given
      return fail(`"${shown(given)}" is not a calendar date`, 'Write it as 2026-09-30.')
    case 'flag':
      if (typeof given === 'boolean') return given
      if (typeof given === 'string' && yes.has(given.toLowerCase())) return true
      if (typeof given === 'string' && no.has(given.toLowerCase())) return false
      return fail(`"${shown(given)}" is neither true nor false`)
    case 'list':
      return readList(given, fail)
    case 'text':
      break
  }
  if (given === null) return given
  if (typeof given !== 'string') return fail(`"${shown(given)}" is not a text`)
  if (spec.form?.pattern.test(given) === false) return fail(`"${given}" is not ${spec.form.inWords}`)
  return given
}

type Fail = (problem: string, hint?: string) => never

function readNumber(spec: OptionSpec & { type: 'integer' | 'number' }, given: unknown, fail: Fail): number {
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail(`"${shown(given)}" is not a number`)
  if (spec.type === 'integer' && !Number.isInteger(value)) return fail(`${value} is not a whole number`)
  if (value < spec.min || value > spec.max) {
    return fail(
      `${value} is outside ${spec.min} to ${spec.max}${spec.unit === undefined ? '' : ` ${spec.unit}`}`,
    )
  }
  return value
}

function readList(given: unknown, fail: Fail): readonly string[] {
  const items: unknown[] = Array.isArray(given) ? given : [given]
  const words: string[] = []
  for (const item of items) {
    if (typeof item !== 'string') return fail(`"${String(item)}" is not a text`)
    for (const word of item.split(',')) if (word.trim() !== '') words.push(word.trim())
  }
  return words
}
