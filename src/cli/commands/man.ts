// `salescheck man`: the manual page, as the build writes it to dist/salescheck.1.
import type { Command } from 'commander'
import { subcommands } from '../completion/command-line.ts'
import { examples } from '../examples.ts'
import { write, type Io } from '../io.ts'
import { manPage } from '../man-page.ts'

export function define(command: Command, io: Io): void {
  command.addHelpText('after', '\nExamples:\n  $ salescheck man | man -l -\n').action(async () => {
    const program = command.parent ?? command
    await write(io.stdout, manPage(subcommands(program), program.description(), examples('exports/')))
  })
}
