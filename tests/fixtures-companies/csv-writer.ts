// Writes rows as text in the manner of the tool an export comes from.

export interface CsvStyle {
  readonly delimiter: ',' | ';'
  readonly quote: 'all' | 'needed'
  readonly lineEnd: '\n' | '\r\n'
  readonly bom?: true
}

export type Cells = readonly string[]

function cell(text: string, style: CsvStyle): string {
  const needed = text.includes(style.delimiter) || /["\r\n]/.test(text)
  return style.quote === 'all' || needed ? `"${text.replaceAll('"', '""')}"` : text
}

const line = (cells: Cells, style: CsvStyle): string =>
  cells.map((text) => cell(text, style)).join(style.delimiter) + style.lineEnd

export const csv = (rows: readonly Cells[], style: CsvStyle): string =>
  (style.bom ? '\uFEFF' : '') + rows.map((row) => line(row, style)).join('')

const groups = (whole: string, mark: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, mark)

const split = (cents: number): { sign: string; whole: string; rest: string } => ({
  sign: cents < 0 ? '-' : '',
  whole: String(Math.floor(Math.abs(cents) / 100)),
  rest: String(Math.abs(cents) % 100).padStart(2, '0'),
})

/** 14382.50 */
export const plain = (cents: number): string => {
  const { sign, whole, rest } = split(cents)
  return `${sign}${whole}.${rest}`
}

/** 14,382.50 */
export const grouped = (cents: number): string => {
  const { sign, whole, rest } = split(cents)
  return `${sign}${groups(whole, ',')}.${rest}`
}

/** $14,382.50 */
export const dollars = (cents: number): string => `$${grouped(cents)}`

/** 14.382,50 */
export const decimalComma = (cents: number): string => {
  const { sign, whole, rest } = split(cents)
  return `${sign}${groups(whole, '.')},${rest}`
}
