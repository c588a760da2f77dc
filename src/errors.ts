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
