// Small pictures made of characters: bars beside shares, sparks for series.

const blocks = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█']
const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const asciiLevels = ['_', '.', '-', '=', '+', '*', '%', '#']

const largest = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)

/** A bar per value, the largest `width` characters long; null and negative values have none. */
export function bar(values: readonly (number | null)[], width: number, unicode: boolean): string[] {
  const most = largest(values)
  return values.map((value) => {
    if (value === null || value <= 0 || most <= 0) return ''
    const eighths = Math.max(1, Math.round((value / most) * width * 8))
    if (!unicode) return '#'.repeat(Math.max(1, Math.round(eighths / 8)))
    return '█'.repeat(Math.floor(eighths / 8)) + (blocks[eighths % 8] ?? '')
  })
}

/** One character per value from 0 to the largest; a missing value is a blank. */
export function spark(values: readonly (number | null)[], unicode: boolean): string {
  const most = largest(values)
  const signs = unicode ? levels : asciiLevels
  return values
    .map((value) =>
      value === null
        ? ' '
        : (signs[Math.min(7, Math.max(0, Math.floor((value / (most || 1)) * 7.999)))] ?? ' '),
    )
    .join('')
}
