// What the first bytes of a file say it is: a table to read, a gzip to unpack, or something else that deserves to be named.

export type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'gzip' }
  /** `what` completes "this is …"; `hint` says what to do. */
  | { readonly kind: 'refused'; readonly what: string; readonly hint: string }

const exportAsCsv = 'export it as CSV and give that file'

const signatures: readonly (readonly [magic: string, what: string, hint: string])[] = [
  ['%PDF', 'a PDF document', 'export the table behind it as CSV'],
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'an old Excel workbook or Office document',
    'save it as CSV (File, Save As)',
  ],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive', 'unpack it first'],
  ['Rar!\x1a\x07', 'a RAR archive', 'unpack it first'],
  ['BZh', 'a bzip2 archive', 'unpack it first (bunzip2), or pack it with gzip'],
  ['\xfd7zXZ\x00', 'an xz archive', 'unpack it first (unxz), or pack it with gzip'],
  ['\x28\xb5\x2f\xfd', 'a zstd archive', 'unpack it first (unzstd), or pack it with gzip'],
  ['PAR1', 'a Parquet file', exportAsCsv],
  ['ARROW1', 'an Arrow file', exportAsCsv],
  ['SQLite format 3\x00', 'an SQLite database', exportAsCsv],
  ['\x89PNG', 'a picture (PNG)', exportAsCsv],
  ['\xff\xd8\xff', 'a picture (JPEG)', exportAsCsv],
  ['GIF8', 'a picture (GIF)', exportAsCsv],
  ['{\\rtf', 'a rich text document', 'save it as CSV'],
  ['\x7fELF', 'a program', exportAsCsv],
]

export function fileKind(bytes: Buffer): FileKind {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && (bytes[2] === 8 || bytes.length < 3)) return { kind: 'gzip' }
  const start = bytes.toString('latin1', 0, 16)
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipKind(bytes)
  for (const [magic, what, hint] of signatures) {
    if (start.startsWith(magic) && (magic !== 'BZh' || /^BZh[1-9]1AY&SY/.test(start)))
      return { kind: 'refused', what, hint }
  }
  return { kind: 'text' }
}

function zipKind(bytes: Buffer): FileKind {
  const names = bytes.toString('latin1', 0, 65_536)
  if (names.includes('xl/') || names.includes('[Content_Types].xml')) {
    return {
      kind: 'refused',
      what: 'an Excel workbook (xlsx)',
      hint: 'save the sheet as CSV UTF-8 (File, Save As)',
    }
  }
  if (names.includes('opendocument')) {
    return { kind: 'refused', what: 'an OpenDocument file', hint: 'save the sheet as CSV' }
  }
  return { kind: 'refused', what: 'a zip archive', hint: 'unpack it and give the folder' }
}

/** The same question for text: pages, data formats and noise that are not a table. `head` is decoded, without a byte order mark. */
export function textKind(head: string): FileKind {
  const start = head.slice(0, 4096).trimStart()
  const opening = start.slice(0, 512).toLowerCase()
  if (
    /^<(!doctype html|html|head|body|script|meta|title|table)\b/.test(opening) ||
    opening.startsWith('<!--')
  ) {
    const login = /password|sign[ -]?in|log[ -]?in|session/i.test(head.slice(0, 65_536))
    return {
      kind: 'refused',
      what: login ? 'a web page (HTML), perhaps a login page' : 'a web page (HTML)',
      hint: 'download the export again, signed in, and give the CSV file',
    }
  }
  if (opening.startsWith('<?xml') || /^<[a-z][\w:.-]{0,60}( [a-z:]{1,60}=["']|>\s{0,60}<)/.test(opening)) {
    return { kind: 'refused', what: 'an XML document', hint: exportAsCsv }
  }
  if (looksLikeJson(start, head)) return { kind: 'refused', what: 'JSON', hint: exportAsCsv }
  if (noise(head) > 0.05) return { kind: 'refused', what: 'binary data, not text', hint: exportAsCsv }
  return { kind: 'text' }
}

/** A whole JSON value, one JSON object per line, or the unmistakable beginning of either. */
function looksLikeJson(start: string, head: string): boolean {
  if (!/^[[{]/.test(start)) return false
  if (/^(\[\s{0,99})?\{\s{0,99}("(?:[^"\\]|\\.){0,200}"\s{0,99}:|\})/.test(start)) return true
  if (/^\[\s{0,99}(\[|"(?:[^"\\]|\\.){0,200}"\s{0,99}([,\]]|$))|^\{\s{0,99}("|\{)/.test(start)) return true
  if (head.length > 4_000_000) return /^\[\s{0,99}\[/.test(start)
  const text = head.trim()
  return (text.endsWith(']') || text.endsWith('}')) && parses(text)
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Share of control characters that no export writes (tabs, line ends, form feeds and the separators 0x1c-0x1f are not among them; NUL is). */
function noise(head: string): number {
  if (head.length === 0) return 0
  let control = 0
  let nul = 0
  for (let at = 0; at < head.length; at++) {
    const char = head.charCodeAt(at)
    if (char === 0) nul++
    else if (char < 9 || (char > 13 && char < 26)) control++
    else if (char === 0xfffd) control++
  }
  // NULs between the cells are known from real exports; a quarter of the text is not.
  return Math.max(control / head.length, nul / head.length > 0.25 ? 1 : 0)
}
