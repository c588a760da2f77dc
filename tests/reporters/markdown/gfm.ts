// Markdown parsed back as GitHub parses it: raw HTML, autolinks, footnotes and all, so that whatever gets through is seen.
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

export const toHtml = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })

const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
])

/** Text of HTML without tags, as a person reads it: no zero-width joiners, white space as one blank. */
export const readable = (html: string): string =>
  plain(html.replaceAll(/&(?:lt|gt|quot|amp);/g, (one) => entities.get(one) ?? one))

export const plain = (text: string): string => text.replaceAll('\u200D', '').replaceAll(/\s+/g, ' ').trim()

/** Names of all tags, each once, sorted. */
export const tagsOf = (html: string): string[] =>
  [...new Set([...html.matchAll(/<\/?([a-zA-Z][\w-]*)/g)].map(([, name]) => name ?? ''))].toSorted()

/** Tables as rows of cells, the header first. */
export const tablesOf = (markdown: string): string[][][] =>
  [...toHtml(markdown).matchAll(/<table>([^]*?)<\/table>/g)].map(([, table = '']) =>
    [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh](?: align="\w+")?>([^]*?)<\/t[dh]>/g)].map(([, cell = '']) => readable(cell)),
    ),
  )

/** What GitHub and GitLab look for in the finished text, whatever the Markdown said. */
export const magicIn = (html: string): string[] =>
  [
    /[@#][\w-]/,
    /![\d]/,
    /[%$&]["\d]/,
    /~[\w"]/,
    /\bGH-\d/i,
    /:[a-z+-][\w+-]*:/i,
    /[\w+.-]:\/\//,
    /\bwww\./i,
    /\[\w+:\d/,
  ].flatMap((pattern) => pattern.exec(html.replaceAll(/&(?:lt|gt|quot|amp);/g, ' '))?.[0] ?? [])

/** Texts that have done harm somewhere: to tables, to readers, to robots. */
export const hostile: readonly string[] = [
  'a | b',
  'a \\| b',
  'a \\\\| b',
  '\\',
  '\\\\',
  '|',
  '||',
  '| --- | --- |',
  '--- | ---',
  ':--',
  '`code`',
  '`a | b`',
  '``` js',
  '~~~',
  '~~gone~~',
  '*bold* **bold** _it_ __it__ ***both***',
  '# title',
  '## title ##',
  'C #',
  'C# ##',
  '===',
  '---',
  '- - -',
  '***',
  '___',
  '- item',
  '-',
  '+ item',
  '* item',
  '1. item',
  '1.',
  '123456789) item',
  '> quote',
  '> [!WARNING]',
  '[ ] task',
  '[x] task',
  '- [ ] task',
  '    code',
  '\tcode',
  '[text](https://example.com)',
  '[text][ref]',
  '[ref]: https://example.com',
  '[^1]',
  '[^1]: note',
  '![alt](https://example.com/pixel.png)',
  '![alt][ref]',
  '!\\[alt](https://example.com/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- comment',
  '<https://example.com>',
  '<mail@example.com>',
  '&lt;b&gt; &amp; &copy; &#64;octocat &#x40;octocat',
  '@octocat',
  'ask @octocat, @github/security and @-x',
  '(@octocat)',
  'mail@example.com',
  'mailto:mail@example.com',
  'xmpp:mail@example.com/x',
  '#12',
  'GH-12 gh-12',
  'github/docs#12',
  'github/docs@a1b2c3d',
  '!12 %12 %"v 1" $12 &12 ~bug ~"two words" ^alert#12 [vulnerability:12] *iteration:12',
  ':octocat: :+1: :-1:',
  'http://example.com https://example.com ftp://example.com',
  'HTTP://EXAMPLE.COM WWW.EXAMPLE.COM',
  'www.example.com _www.example.com *www.example.com ~www.example.com',
  'ssh://example.com javascript://alert(1) data:text/html,x',
  'javascript:alert(1)',
  '/close',
  '/assign @octocat',
  '/approve leads with 3 of 4',
  '{{ liquid }} {% raw %} ${js} {jsx}',
  '$x^2$ $$x$$ $`x`$',
  'line\nbreak',
  'line\r\nbreak',
  'line\u2028break\u2029end',
  'form\ffeed\vtab\u0085next',
  '\u0000\u0007\u001B[31mred\u001B[0m',
  'right\u202Eleft',
  'zero\u200Bwidth\u2060joiner\uFEFF',
  'family 👩‍👩‍👧 flag 🇺🇸',
  'é ü ß 日本語 العربية',
  'lone \uD800 surrogate',
  '::error file=x::message',
  '##[command]',
  "=cmd|' /C calc'!A0",
  '-1+1',
  '+1',
  '=SUM(A1)',
  "'; DROP TABLE deals; --",
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '   ',
  'trailing \\',
  'trailing  ',
  'a  b',
  '<br>',
  '\\<br>',
  '"quoted" \'single\'',
]
