// `salescheck completion SHELL`: the script by which a shell completes our commands and flags.
import { Argument, type Command } from 'commander'
import { bashCompletion } from '../completion/bash.ts'
import { subcommands } from '../completion/command-line.ts'
import { fishCompletion } from '../completion/fish.ts'
import { zshCompletion } from '../completion/zsh.ts'
import { write, type Io } from '../io.ts'

const scripts = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
])

const examples = `
To load it:
  bash  source <(salescheck completion bash)       in ~/.bashrc
  zsh   source <(salescheck completion zsh)        in ~/.zshrc, below compinit
  fish  salescheck completion fish | source        in ~/.config/fish/config.fish
`

export function define(command: Command, io: Io): void {
  command
    .addArgument(new Argument('<shell>', 'which shell').choices([...scripts.keys()]))
    .addHelpText('after', examples)
    .action(async (shell: string) => {
      const make = scripts.get(shell) ?? bashCompletion
      await write(io.stdout, make(subcommands(command.parent ?? command)))
    })
}
