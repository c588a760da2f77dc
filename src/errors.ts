// The errors salescheck throws on purpose. Anything else that reaches the command line is a bug of ours and is shown as one.

/** Stable codes: scripts may match them. A new kind of mistake gets a new code, a code is never reused. */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'input-missing'
  | 'input-unreadable'
  | 'input-not-a-table'
  | 'input-too-large'
  | 'input-changed'
  | 'mapping'
  | 'undecidable'
  | 'too-many-rejects'
  | 'output'
  | 'interrupted'
  | 'engine'

/** Where in the user's files a mistake is: an editor's line number, header included, counted from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
}

/**
 * A mistake a person can mend. `message` says what is wrong, `place` where, `hint` what to do next; none of them ends in a stack trace.
 */
export class SalescheckError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly place: Place | undefined

  constructor(
    code: ErrorCode,
    message: string,
    more: { hint?: string; place?: Place; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'SalescheckError'
    this.code = code
    this.hint = more.hint
    this.place = more.place
  }
}

/** A query the engine refused: our bug, never the user's; carries the SQL so that a report of it can be acted on. */
export class EngineError extends Error {
  readonly sql: string

  constructor(message: string, sql: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'EngineError'
    this.sql = sql
  }
}
/** Edit distance with adjacent transpositions (optimal string alignment), on code units. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, (before[column - 2] ?? 0) + 1)
      current.push(best)
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

/** The nearest of the choices when it is near enough to be a slip (at most 40 % of its letters), else undefined. */
export function suggestion(word: string, choices: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().slice(0, 80)
  let best: { choice: string; edits: number } | undefined
  for (const choice of choices) {
    const edits = distance(wanted, choice.toLowerCase().slice(0, 80))
    const near = edits <= Math.max(1, Math.floor(Math.max(wanted.length, choice.length) * 0.4))
    if (near && (best === undefined || edits < best.edits)) best = { choice, edits }
  }
  return best?.choice
}
