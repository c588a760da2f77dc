// The process as the commands see it: arguments, environment, streams, interruption. Tests hand in their own.

export interface Io {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** Writes and waits until the text is handed over; a reader that went away is not an error. */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error?: NodeJS.ErrnoException | null) => {
      const code = error?.code
      if (error == null || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') resolve()
      else reject(error)
    })
  })
}

/** Columns of a terminal; null for pipes and files. Some pseudo-terminals say 0: they get the classic 80. */
export function terminalWidth(stream: NodeJS.WriteStream, env: Io['env']): number | null {
  const said = Number(env['COLUMNS'])
  if (Number.isInteger(said) && said > 0) return stream.isTTY ? said : null
  if (!stream.isTTY) return null
  return stream.columns > 0 ? stream.columns : 80
}
