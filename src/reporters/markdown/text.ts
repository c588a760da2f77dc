// The one place where data becomes Markdown: it stays text in headings, paragraphs, list items and table cells.
import { terminalText } from '../terminal/text.ts'

const special = /[\\`*_[\]{}<>&|~$#]/g
const entities: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
])
// What GitHub and GitLab turn into mentions, references, emoji pictures and links after the Markdown has been read, so that no backslash
// helps: a zero-width joiner after the sign keeps the text and ends the magic.
const joiner = '\u200D'
const magic: readonly RegExp[] = [
  // @name, @org/team, mail@host; #12, owner/repo#12
  /[@#](?=\S)/g,
  // GitLab: !12, %12, %"name", $12, &12, ~label, ^alert#12, [vulnerability:12]
  /!(?=\w)|[%$&](?=[\d"])|~(?=[\w"])|\^(?=alert)|\[(?=\w+:)/g,
  /\bGH-(?=\d)/gi,
  // :octocat:
  /:(?=[a-z+-][\w+-]*:)/gi,
  /(?:https?|ftp|www)(?=[:.])/gi,
  // any other scheme
  /(?<!\u200D):(?=\/\/)/g,
]

/** Escaped for a GFM table cell; one line, whatever the data holds. Mentions, references, emoji and bare URLs stay plain text. */
export function markdownCell(text: string): string {
  let line = terminalText(text).trim()
  for (const pattern of magic) line = line.replaceAll(pattern, `$&${joiner}`)
  return line.replaceAll(special, (sign) => entities.get(sign) ?? `\\${sign}`)
}

/** The same where text begins a line or a list item: it begins no list, no heading, no rule and no quick action (`/close`). */
export const markdownText = (text: string): string =>
  markdownCell(text)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=/]/, '\\$&')
