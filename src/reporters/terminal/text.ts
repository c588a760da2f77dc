// The one place where data becomes terminal text: no control byte, no hidden direction change, no CI command gets through.

// C0 (but not the newline we write ourselves), DEL, C1, bidi controls, zero-width characters, line and paragraph separators, BOM.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unsafe = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g

const shown = (sign: string): string => {
  if (sign === '\n' || sign === '\r' || sign === '\t' || sign === '\u2028' || sign === '\u2029') return ' '
  // Joins the parts of an emoji; harmless by itself.
  if (sign === '\u200D') return sign
  return `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
}

/**
 * Text that a terminal and a CI log print as written: control characters become visible (`<U+001B>`), white space a blank, and the
 * marks by which CI systems find commands in a log (`::error`, `##[`, `##vso[`) are broken apart. `lines` keeps newlines.
 */
export function terminalText(text: string, { lines = false }: { lines?: boolean } = {}): string {
  return text
    .toWellFormed()
    .replaceAll(unsafe, (sign) => (lines && sign === '\n' ? sign : shown(sign)))
    .replaceAll('::', ': :')
    .replaceAll('##', '# #')
}
