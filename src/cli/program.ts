// The commands: finds the one that was called, runs it, turns what happened into one message and one exit code.
import { Command, CommanderError } from 'commander'
import { examples, sampleFolder } from './examples.ts'
import { exitCodes } from './exit-code.ts'
import { write, type Io } from './io.ts'
import { bugMessage, reportError } from './report-error.ts'
import { version } from '../version.ts'

interface CommandModule {
  define(command: Command, io: Io): void
}

interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** It tells of all commands: they are defined too. */
  readonly whole?: true
  load(): Promise<CommandModule>
}

// A command's module is loaded when it is called: usage errors stay fast.
const commands: readonly CommandEntry[] = [
  {
    name: 'analyze',
    summary: 'answer every question the exports can answer',
    load: () => import('./commands/analyze.ts'),
  },
  {
    name: 'lost-reasons',
    summary: 'rank why deals are lost: the table for a roadmap',
    load: () => import('./commands/lost-reasons.ts'),
  },
  {
    name: 'inspect',
    summary: 'show how the files are read, row for row, and what can run on them',
    load: () => import('./commands/inspect.ts'),
  },
  {
    name: 'init',
    summary: 'write the mapping that was found to salescheck.json, to be edited',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'explain',
    summary: 'tell how one question is answered, and when the answer is wrong',
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'render',
    summary: 'show a saved report in another format',
    load: () => import('./commands/render.ts'),
  },
  { name: 'diff', summary: 'compare two saved reports', load: () => import('./commands/diff.ts') },
  {
    name: 'config',
    summary: 'show the settings in force and where each comes from',
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of reports and of salescheck.json',
    load: () => import('./commands/schema.ts'),
  },
  { name: 'detectors', summary: 'list the questions', load: () => import('./commands/detectors.ts') },
  {
    name: 'completion',
    summary: 'print the script by which a shell completes commands and flags',
    whole: true,
    load: () => import('./commands/completion.ts'),
  },
  { name: 'man', summary: 'print the manual page', whole: true, load: () => import('./commands/man.ts') },
]

async function build(io: Io): Promise<Command> {
  const program = new Command('salescheck')
    .description('Reads the exports your sales tools write and answers fixed questions about them honestly.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', examples(sampleFolder(io.cwd)))
    .showHelpAfterError('(add --help for additional information)')
    .exitOverride()
    .configureOutput({
      // Where it cannot be written, the stream itself says so.
      writeOut: (text) => void write(io.stdout, text).catch(() => undefined),
      writeErr: (text) => void write(io.stderr, text).catch(() => undefined),
      getOutHelpWidth: () => (io.stdout.isTTY ? io.stdout.columns || 80 : 80),
      getErrHelpWidth: () => (io.stderr.isTTY ? io.stderr.columns || 80 : 80),
    })
  const asked = new Set(io.argv)
  const all = commands.some(({ name, whole }) => whole === true && name === io.argv[0])
  for (const entry of commands) {
    const command = program.command(entry.name).summary(entry.summary).description(entry.summary)
    if (all || asked.has(entry.name)) (await entry.load()).define(command, io)
  }
  return program
}

/** Runs a command line and gives the exit code; never throws, never ends the process. */
export async function runCommand(io: Io): Promise<number> {
  try {
    const program = await build(io)
    if (io.argv.length === 0) {
      program.outputHelp()
      return exitCodes.ok
    }
    let code: number = exitCodes.ok
    program.hook('postAction', (_program, action) => {
      code = (action.getOptionValue('exitCode') as number | undefined) ?? exitCodes.ok
    })
    await program.parseAsync([...io.argv], { from: 'user' })
    return code
  } catch (error) {
    // commander has printed its own message; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.error
    if (io.signal.aborted) {
      await write(io.stderr, 'salescheck: interrupted, nothing was written\n')
      return exitCodes.interrupted
    }
    await reportError(error, io)
    return exitCodes.error
  }
}

/** 128 and the number of the signal, as shells say it. */
const signalCodes = { SIGINT: exitCodes.interrupted, SIGTERM: 143, SIGHUP: 129 } as const

/** The process as an Io: streams, signals and the exit code. */
export async function runProcess(argv: readonly string[]): Promise<void> {
  const interruption = new AbortController()
  // Ends of a job's time and of a connection, too: temporary folders hold what customers typed.
  let ended: number | null = null
  for (const [signal, code] of Object.entries(signalCodes))
    process.once(signal, () => {
      ended ??= code
      interruption.abort()
    })
  // A reader that closes the pipe wants no more: stop writing, say nothing.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = exitCodes.error
  })
  process.stderr.on('error', () => undefined)
  // Node itself would end with 1, which means that the run found something.
  process.once('uncaughtException', (error) => {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(bugMessage(message.replaceAll(/[^ -~]/gu, '?')), () => process.exit(exitCodes.error))
  })
  const code = await runCommand({
    argv,
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
  })
  process.exitCode ??= code === exitCodes.interrupted && ended !== null ? ended : code
}
