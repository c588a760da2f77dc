// The one place where data becomes part of a GitHub workflow command: nothing in it ends the line or starts a command of its own.
import { terminalText } from '../terminal/text.ts'

const escapes: ReadonlyMap<string, string> = new Map([
  ['%', '%25'],
  ['\r', '%0D'],
  ['\n', '%0A'],
  [':', '%3A'],
  [',', '%2C'],
])

/**
 * For the message of a command, or with `property` for the value of a property (`title=`), where `:` and `,` end it too. The runner
 * takes the escapes back; control characters become visible first, because the log is shown in terminals. Source: `escapeData` and
 * `escapeProperty` of actions/toolkit, packages/core/src/command.ts.
 */
export function commandText(text: string, { property = false } = {}): string {
  const signs = property ? /[%\r\n:,]/g : /[%\r\n]/g
  return terminalText(text, { lines: true }).replaceAll(signs, (sign) => escapes.get(sign) ?? sign)
}
