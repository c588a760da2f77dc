// The one place where data becomes Markdown: it stays text in paragraphs, list items and table cells.
import { terminalText } from '../terminal/text.ts'

const special = /[\\`*_[\]<>&|~$]/g
// What GitHub and GitLab turn into mentions, issue links and URLs: a zero-width joiner after the sign keeps the text and ends the magic.
const joiner = '\u200D'

/** Escaped for GFM; one line, whatever the data holds. Mentions (`@name`), issue links (`#12`) and bare URLs stay plain text. */
export function markdownText(text: string): string {
  return terminalText(text)
    .replaceAll(special, (sign) =>
      sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    )
    .replaceAll(/([@#!])(?=\w)/g, `$1${joiner}`)
    .replaceAll(/\b(https?|ftp|www)(?=[:.])/gi, `$1${joiner}`)
    .replace(
      /^(\s*)([-+]|\d{1,9}[.)])(?=\s)/,
      (_whole, blank: string, mark: string) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/^#/, '\\#')
}
