// Completion for fish, with descriptions: to be sourced, or put into ~/.config/fish/completions/salescheck.fish.
import { formats, type Flag, type Subcommand, type Values } from './command-line.ts'

/** Inside single quotes fish knows \`\\\\\` and \`\\'\` only. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`

function offer(values: Values): string {
  if (values.kind === 'words') return `-x -a ${quoted(values.words.join(' '))}`
  if (values.kind === 'format-file') {
    return `-r -a ${quoted(formats.map((format) => `${format}=`).join(' '))}`
  }
  return values.kind === 'files' ? '-r -F' : '-x'
}

function flagLine(condition: string, { long, short, description, values }: Flag): string {
  const letter = short === null ? '' : ` -s ${short.slice(1)}`
  const value = values === null ? '' : ` ${offer(values)}`
  return `complete -c salescheck -n ${condition} -l ${long.slice(2)}${letter}${value} -d ${quoted(description)}\n`
}

function linesOf({ name, flags, argument }: Subcommand): string[] {
  const condition = quoted(`__fish_seen_subcommand_from ${name}`)
  const words =
    argument?.kind === 'words'
      ? [`complete -c salescheck -n ${condition} -f -a ${quoted(argument.words.join(' '))}\n`]
      : argument === null
        ? [`complete -c salescheck -n ${condition} -f\n`]
        : []
  return [...words, ...flags.map((flag) => flagLine(condition, flag))]
}

export function fishCompletion(subcommands: readonly Subcommand[]): string {
  const first = subcommands.map(
    ({ name, summary }) =>
      `complete -c salescheck -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}\n`,
  )
  return `# fish completion for salescheck. To load it: salescheck completion fish | source
complete -c salescheck -e
complete -c salescheck -n __fish_use_subcommand -l help -s h -d 'show help'
complete -c salescheck -n __fish_use_subcommand -l version -s V -d 'print the version'
${first.join('')}${subcommands.flatMap(linesOf).join('')}`
}
