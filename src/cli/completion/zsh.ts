// Completion for zsh, with descriptions: to be sourced, or put into a folder of fpath as _salescheck.
import { formats, type Flag, type Subcommand, type Values } from './command-line.ts'

/** Inside single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Text where \`[\`, \`]\`, \`:\` and \`\\\` mean something to _arguments and _describe. */
const escaped = (text: string): string => text.replaceAll(/[\\[\]:]/g, String.raw`\$&`)

function action(values: Values): string {
  if (values.kind === 'words') return `(${values.words.join(' ')})`
  if (values.kind === 'format-file') return '_salescheck_report'
  return values.kind === 'files' ? '_files' : ' '
}

function flagSpec({ long, short, description, values }: Flag): string {
  const what = `[${escaped(description)}]`
  const value = values === null ? '' : `:${long.slice(2)}:${action(values)}`
  const names = short === null ? [long] : [short, long]
  return names
    .map((name) => {
      const joint = values === null ? '' : name === long ? '=' : '+'
      return `      ${quoted(`*${name}${joint}${what}${value}`)} \\\n`
    })
    .join('')
}

function caseOf({ name, flags, argument }: Subcommand): string {
  const rest = argument === null ? '' : `      ${quoted(`*:argument:${action(argument)}`)} \\\n`
  return `    ${name})
      _arguments -s \\
${flags.map(flagSpec).join('')}${rest}      && return 0
      ;;
`
}

export function zshCompletion(subcommands: readonly Subcommand[]): string {
  const described = subcommands.map(
    ({ name, summary }) => `    ${quoted(`${escaped(name)}:${escaped(summary)}`)}\n`,
  )
  return `#compdef salescheck
# zsh completion for salescheck. To load it: source <(salescheck completion zsh)
_salescheck_report() {
  if compset -P '*='; then
    _files
  else
    compadd -q -S '=' - ${formats.join(' ')}
  fi
}

_salescheck() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${described.join('')}  )
  _arguments -C \\
    '(- *)'{-h,--help}'[show help]' \\
    '(- *)'{-V,--version}'[print the version]' \\
    '1: :->command' \\
    '*:: :->rest' && return 0
  case $state in
    command) _describe -t commands command commands && return 0; return 1 ;;
  esac
  case $words[1] in
${subcommands.map(caseOf).join('')}  esac
  return 1
}

if [[ $funcstack[1] == _salescheck ]]; then
  _salescheck "$@"
else
  compdef _salescheck salescheck
fi
`
}
