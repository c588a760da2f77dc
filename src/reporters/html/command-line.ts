// The command line that makes this report again, from what the report says about its files and settings.
import type { Report, Setting, Source } from '../../report/index.ts'

// What a POSIX shell takes as it stands.
const harmless = /^[\w@%+=:,./-]+$/

/** Quoted for a POSIX shell where it has to be. */
function shellWord(text: string): string {
  return harmless.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

const value = (setting: Setting): string => String(setting.value ?? '')

/** A name that a command would take for a flag gets its folder. */
const fileWord = (name: string): string =>
  shellWord(name.startsWith('-') && name !== '-' ? `./${name}` : name)

/** `flag --deals`: the file was named to be this table. */
function fileArgument({ name, recognised }: Source): string {
  const pin = /^flag (--[a-z-]+)/.exec(recognised)
  return pin?.[1] === undefined ? fileWord(name) : `${pin[1]} ${fileWord(name)}`
}

function settingArgument(setting: Setting): string[] {
  const [kind, name = ''] = setting.from.split(' ')
  return kind === 'flag' && name.startsWith('--') ? [`${name}=${shellWord(value(setting))}`] : []
}

function environment(setting: Setting): string[] {
  const [kind, name = ''] = setting.from.split(' ')
  return kind === 'environment' && /^\w+$/.test(name) ? [`${name}=${shellWord(value(setting))}`] : []
}

const isFile = ({ from }: Setting): boolean =>
  from !== 'default' && !/^(?:flag --|environment |model )/.test(from)

/** One line per argument; a backslash at the end of a line goes on in the next. */
export function commandLine({ settings, sources, outcomes }: Report): string[] {
  const config = settings.find(isFile)
  const [only] = outcomes
  const command = [...settings.flatMap(environment), 'salescheck analyze'].join(' ')
  const args = [
    ...sources.map(fileArgument),
    ...(outcomes.length === 1 && only !== undefined ? [`--detector ${only.detector}`] : []),
    ...(config === undefined ? [] : [`--config ${shellWord(config.from)}`]),
    ...settings.flatMap(settingArgument),
    '--report report.html',
  ]
  return [command, ...args.map((word) => `  ${word}`)].map((words, index, all) =>
    index === all.length - 1 ? words : `${words} \\`,
  )
}
