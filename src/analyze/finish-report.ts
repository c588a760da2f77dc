// Numbers of a report are rounded to 12 significant digits: what is left is the same on every machine.

const digits = 12

function round(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('a report holds finite numbers only')
  const rounded = Number(value.toPrecision(digits))
  return rounded === 0 ? 0 : rounded
}

/** A copy with every number rounded; a number that is not finite is our bug and throws. */
export function roundNumbers<T>(value: T): T {
  if (typeof value === 'number') return round(value) as T
  if (Array.isArray(value)) return value.map((item: unknown) => roundNumbers(item)) as T
  if (typeof value === 'object' && value !== null) {
    const copy: Record<string, unknown> = {}
    for (const [key, item] of Object.entries(value)) {
      // A key from data could be `__proto__`: define it, never assign it.
      Object.defineProperty(copy, key, {
        value: roundNumbers(item),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }
    return copy as T
  }
  return value
}
