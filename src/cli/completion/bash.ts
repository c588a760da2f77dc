// Completion for bash 3.2 and later: the words stand in the script, no process is started for a TAB. Nothing the user typed is evaluated.
import type { Flag, Subcommand, Values } from './command-line.ts'
import { formats } from './command-line.ts'

// Every word is of ours: letters, digits, dots and dashes.
const list = (words: readonly string[]): string => `words='${words.join(' ')}'`

/** Nothing to offer: bash completes file names. */
function offer(values: Values): string {
  if (values.kind === 'words') return list(values.words)
  if (values.kind === 'format-file') {
    return `words='${formats.map((format) => `${format}=`).join(' ')}'; compopt -o nospace 2>/dev/null`
  }
  return `words=''`
}

const namesOf = ({ long, short }: Flag): string[] => (short === null ? [long] : [short, long])

function caseOf({ name, flags, argument }: Subcommand): string {
  const valued = flags.flatMap((flag) =>
    flag.values === null ? [] : [`        ${namesOf(flag).join('|')}) ${offer(flag.values)} ;;\n`],
  )
  const own = list(flags.flatMap(namesOf))
  return `    ${name})
      case $previous in
${valued.join('')}        *) if [[ $current == -* ]]; then ${own}; else ${offer(argument ?? { kind: 'unknown' })}; fi ;;
      esac ;;
`
}

export function bashCompletion(subcommands: readonly Subcommand[]): string {
  const names = subcommands.map(({ name }) => name)
  return `# bash completion for salescheck. To load it: source <(salescheck completion bash)
_salescheck() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' words='' index
  COMPREPLY=()
  # bash splits --flag=value into three words.
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]] && (( COMP_CWORD > 2 )); then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for (( index = 1; index < COMP_CWORD; index++ )); do
    case \${COMP_WORDS[index]} in
      ${names.join('|')}) command=\${COMP_WORDS[index]}; break ;;
    esac
  done
  case $command in
    '') if [[ $current == -* ]]; then words='-h --help -V --version'; else ${list(names)}; fi ;;
${subcommands.map(caseOf).join('')}  esac
  local IFS=$' \\t\\n'
  [[ -n $words ]] && COMPREPLY=( $(compgen -W "$words" -- "$current") )
  return 0
}
complete -o bashdefault -o default -F _salescheck salescheck
`
}
