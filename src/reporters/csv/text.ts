// The one place where data becomes CSV: quoted where needed, and never a spreadsheet formula. Numbers stay numbers.

// What spreadsheets take for the start of a formula, full-width forms too, also after the white space that some of them cut off; a
// separator or line end could start a new cell.
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/
const plainNumber = /^[-+]?\d+(?:\.\d+)?$/

/** A leading `'` guards a text that would be a formula; `-12.50` is a number and stays one. NUL, at which readers stop, is left out. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = value.toWellFormed().replaceAll('\u0000', '')
  const guarded = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n;\t]/.test(guarded) || guarded !== guarded.trim()
    ? `"${guarded.replaceAll('"', '""')}"`
    : guarded
}

export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`
