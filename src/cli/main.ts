// The door: `--version` is answered before anything is loaded, everything else is the program's.
import { readFileSync } from 'node:fs'
import type { Io } from './io.ts'

const asksForVersion = (argv: readonly string[]): boolean =>
  argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')

/** Read where it is published: the constant of the code is bundled with all the rest. */
const publishedVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version

/** Runs the command line and gives the exit code; never throws, never ends the process. */
export async function run(io: Io): Promise<number> {
  const { runCommand } = await import('./program.ts')
  return runCommand(io)
}

/** The process entry. */
export async function main(): Promise<void> {
  const argv = process.argv.slice(2)
  if (asksForVersion(argv)) {
    process.stdout.on('error', () => undefined)
    process.stdout.write(`${publishedVersion()}\n`)
    return
  }
  const { runProcess } = await import('./program.ts')
  await runProcess(argv)
}
