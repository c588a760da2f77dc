// The one place where data becomes HTML. Markup is made by the `markup` tag alone; a string that reaches it is escaped.

// C0 but white space, DEL, C1, direction changes, zero-width signs (but the joiners that emoji and Persian need), BOM.
const hidden =
  // oxlint-disable-next-line no-control-regex -- finding them is what it is for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g
const special = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const visible = (sign: string): string =>
  `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/** As people will see it: control characters and hidden direction changes spelled out, line ends as blanks. Not escaped. */
export const visibleText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\t\r\n\u2028\u2029]/g, ' ')
    .replaceAll(hidden, visible)

// `##[…]` and `##vso[…]` are commands to build runners wherever they stand in a line of a log.
const escaped = (text: string): string =>
  visibleText(text)
    .replaceAll(special, (sign) => entities[sign] ?? sign)
    .replaceAll('##', '#&#35;')

/** Private state makes the type one that no string or object literal satisfies; only the tag below creates it. */
class Fragment {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Markup = Fragment
/** null and false print nothing. */
export type MarkupValue = Markup | readonly Markup[] | string | number | null | false

function written(value: MarkupValue): string {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (value === null || value === false) return ''
  return value instanceof Fragment ? value.toString() : value.join('')
}

/** Tag of template literals: the literal parts are HTML, everything put in is text. Attributes that take a value must be quoted. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = parts[0] ?? ''
  for (const [index, value] of values.entries()) text += written(value) + (parts[index + 1] ?? '')
  return new Fragment(text)
}

export const nothing: Markup = markup``

/**
 * The same markup without what HTML does not ask for: quotes around plain values, the ends of list items, line ends before blocks. Where a
 * text of a report holds a quote or a tag, it is escaped and does not match.
 */
export const slim = (given: Markup): Markup =>
  new Fragment(
    given
      .toString()
      .replaceAll(/="([\w#.,-]+)"(?=[ >])/g, '=$1')
      .replaceAll(/<\/li>|\n(?=<)/g, ''),
  )
