// One message per error: what, where, what to do next. A bug of ours looks different from a mistake of the user's.
import { write, type Io } from './io.ts'
import { writeCauses } from './write-causes.ts'

/** `message`: already safe for a terminal. */
export const bugMessage = (message: string): string =>
  `salescheck has failed; this is a bug of salescheck, not of your files: ${message}\n` +
  '  Please report it with the command line and, if you can, the file. SALESCHECK_DEBUG=1 shows details.\n'

/** What cannot be written to a stream is no bug of ours. */
function unwritten(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || error.syscall !== 'write') return null
  return 'code' in error ? (writeCauses[String(error.code)] ?? null) : null
}

export async function reportError(error: unknown, io: Io): Promise<void> {
  const { SalescheckError, terminalText } = await import('../index.ts')
  const debug = io.argv.includes('--debug') || (io.env['SALESCHECK_DEBUG'] ?? '') !== ''
  if (error instanceof SalescheckError) {
    const { file, line } = error.place ?? {}
    const where =
      file === undefined || error.message.includes(file)
        ? ''
        : `${file}${line === undefined ? '' : `:${line}`}: `
    const hint = error.hint === undefined ? '' : `  ${terminalText(error.hint)}\n`
    await write(io.stderr, `error: ${terminalText(where + error.message)}\n${hint}`)
    if (!debug) return
  } else if (unwritten(error) !== null) {
    await write(io.stderr, `error: cannot write the output: ${unwritten(error)}\n`)
  } else {
    const message = error instanceof Error ? error.message : String(error)
    await write(io.stderr, bugMessage(terminalText(message)))
  }
  if (debug && error instanceof Error)
    await write(io.stderr, `${terminalText(error.stack ?? '', { lines: true })}\n`)
}
