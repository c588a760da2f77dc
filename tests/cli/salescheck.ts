// Runs the built command line as a user would: a process of its own, its streams and its exit code.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { run } from '../../src/cli/main.ts'

export const root = join(import.meta.dirname, '../..')
export const bin = join(root, 'bin/salescheck.js')

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string | Buffer
}

export interface InProcessOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Where salescheck.json is looked for and CI files are written; input paths are still relative to this process. */
  readonly cwd?: string
  /** Columns of the terminal that both streams are; null: they are pipes. */
  readonly terminal?: number | null
}

/** Without colour, without the variables that would change what is printed. */
export function salescheck(
  args: readonly string[],
  { env = {}, cwd = root, input }: RunOptions = {},
): Promise<Outcome> {
  if (!existsSync(join(root, 'dist/cli/main.js'))) throw new Error('not built: run `npm run build` first')
  const clean = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { cwd, env: clean, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1
        resolve({ code, stdout, stderr })
      },
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

/** The same in this process, from the sources: many runs without many starts. */
export async function inProcess(
  args: readonly string[],
  { env = {}, cwd = root, terminal = null }: InProcessOptions = {},
): Promise<Outcome> {
  const collect = (): { stream: NodeJS.WriteStream; text: () => string } => {
    const chunks: string[] = []
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.toString('utf8'))
        done()
      },
    })
    if (terminal !== null) Object.assign(stream, { isTTY: true, columns: terminal, getColorDepth: () => 1 })
    return { stream: stream as unknown as NodeJS.WriteStream, text: () => chunks.join('') }
  }
  const [out, err] = [collect(), collect()]
  const code = await run({
    argv: args,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    cwd,
    stdin: process.stdin,
    stdout: out.stream,
    stderr: err.stream,
    signal: new AbortController().signal,
  })
  return { code, stdout: out.text(), stderr: err.text() }
}
