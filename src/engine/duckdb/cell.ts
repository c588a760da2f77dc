// One cell of a result: its type is checked against what the query promised, its value becomes plain JavaScript.
import { fromDayNumber } from '../../schema/index.ts'
import type { CellSpec } from '../../sql/index.ts'
import { EngineError } from '../../errors.ts'

export type CellValue = string | number | boolean | null

const whole = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT))$/
const decimal = /^DECIMAL\(/

const fits = {
  text: (type: string) => type === 'VARCHAR' || type.startsWith('ENUM('),
  integer: (type: string) => whole.test(type),
  decimal: (type: string) => decimal.test(type) || whole.test(type),
  number: (type: string) => type === 'DOUBLE' || type === 'FLOAT' || decimal.test(type) || whole.test(type),
  date: (type: string) => type === 'DATE',
  flag: (type: string) => type === 'BOOLEAN',
} satisfies Record<string, (type: string) => boolean>

const kinds = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  number: 'number',
  date: 'date',
  flag: 'flag',
  'text?': 'text',
  'integer?': 'integer',
  'decimal?': 'decimal',
  'number?': 'number',
  'date?': 'date',
  'flag?': 'flag',
} as const satisfies Record<CellSpec, keyof typeof fits>

/** Says what is wrong when a column of this engine type cannot be read as the spec promises; null when it can. */
export function mismatch(name: string, spec: CellSpec, type: string): string | null {
  return fits[kinds[spec]](type) ? null : `column ${name} is ${type}, the query promises ${spec}`
}

const isDays = (value: unknown): value is { days: number } =>
  typeof value === 'object' && value !== null && 'days' in value
const isScaled = (value: unknown): value is { value: bigint; scale: number } =>
  typeof value === 'object' && value !== null && 'scale' in value && 'value' in value

function fromWhole(value: bigint, exact: boolean, fail: (why: string) => never): number {
  const found = Number(value)
  if (exact && !Number.isSafeInteger(found)) fail(`${value} is too large for an exact integer`)
  return found
}

// A scaled integer within 2^53 divided by a power of ten is the correctly rounded double; beyond, the decimal text is parsed.
const fromScaled = (value: bigint, scale: number): number =>
  Number.isSafeInteger(Number(value)) ? Number(value) / 10 ** scale : Number(`${value}e-${scale}`)

type Fail = (why: string) => never

/** The reader of a column: a value as the binding gives it, as plain JavaScript; throws EngineError when it breaks the promise of the spec. */
export function cellReader(name: string, spec: CellSpec, text: string): (value: unknown) => CellValue {
  const fail: Fail = (why) => {
    throw new EngineError(`column ${name}: ${why}`, text)
  }
  const isOptional = spec.endsWith('?')
  const exact = kinds[spec] === 'integer'
  // The same few days come again and again.
  const days = new Map<number, string>()
  return (value) => {
    if (value === null || value === undefined) return isOptional ? null : fail('NULL was not promised')
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'bigint') return fromWhole(value, exact, fail)
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : fail(`${value} is not a finite number`)
    if (isScaled(value)) return fromScaled(value.value, value.scale)
    if (!isDays(value)) return fail('a value of an unknown kind')
    const known = days.get(value.days)
    if (known !== undefined) return known
    const day = fromDayNumber(value.days)
    days.set(value.days, day)
    return day
  }
}
