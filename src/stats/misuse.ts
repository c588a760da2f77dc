// Wrong calls are bugs of the caller and stop the program; too little data is not one of them (see
// answer.ts).

/** Throws a RangeError with `message` unless `condition` holds. */
export function requireThat(condition: boolean, message: string): asserts condition {
  if (!condition) throw new RangeError(message)
}

/** Throws unless `value` is a whole number of 0 or more; `name` appears in the message. */
export function requireCount(value: number, name: string): void {
  requireThat(Number.isInteger(value) && value >= 0, `${name} must be a whole number >= 0, got ${value}`)
}

/** Throws unless `confidence` lies strictly between 0 and 1. */
export function requireConfidence(confidence: number): void {
  requireThat(confidence > 0 && confidence < 1, `confidence must lie between 0 and 1, got ${confidence}`)
}
