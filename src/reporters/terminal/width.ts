// Text measured in terminal columns, cut and wrapped by them. The same measure as the table library uses.
import stringWidth from 'string-width'

export const displayWidth = (text: string): number => stringWidth(text)

/** The longest start of the text that fits into `columns`, with the ellipsis when something was cut. */
export function cut(text: string, columns: number, ellipsis: string): string {
  if (displayWidth(text) <= columns) return text
  const room = columns - displayWidth(ellipsis)
  if (room <= 0) return ellipsis.slice(0, Math.max(0, columns))
  let kept = ''
  let width = 0
  for (const sign of text) {
    width += displayWidth(sign)
    if (width > room) break
    kept += sign
  }
  return kept.trimEnd() + ellipsis
}

/** Breaks at blanks so that every line fits; a word longer than a line is broken anywhere. No line is lost. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (displayWidth(joined) <= columns) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (displayWidth(line) > columns) {
      const head = cut(line, columns, '')
      // A character wider than the whole line still has to go somewhere.
      const taken = head === '' ? (Array.from(line)[0] ?? '') : head
      lines.push(taken)
      line = line.slice(taken.length)
    }
  }
  return [...lines, line]
}

/** Wrapped text with a first-line mark and the following lines indented below it. */
export function hang(mark: string, text: string, columns: number): string[] {
  const indent = displayWidth(mark)
  return wrap(text, Math.max(10, columns - indent)).map(
    (line, index) => (index === 0 ? mark : ' '.repeat(indent)) + line,
  )
}
