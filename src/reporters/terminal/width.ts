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

const leastRoom = 10

/** Wrapped text with a first-line mark and the following lines indented below it; where the mark leaves no room, all of it is below. */
export function hang(mark: string, text: string, columns: number): string[] {
  const indent = displayWidth(mark)
  if (columns - indent < leastRoom)
    return [mark.trimEnd(), ...wrap(text, Math.max(leastRoom, columns - 2)).map((line) => `  ${line}`)]
  return wrap(text, columns - indent).map((line, index) => (index === 0 ? mark : ' '.repeat(indent)) + line)
}

/** The first `most` lines, the last of them with a mark where more followed, behind a whole word. */
export function clip(lines: readonly string[], most: number, columns: number, ellipsis: string): string[] {
  const kept = lines.slice(0, most)
  const last = kept.at(-1)
  if (kept.length === lines.length || last === undefined) return kept
  const head = cut(last, columns - displayWidth(ellipsis) - 1, '')
  const words = head.slice(0, head.lastIndexOf(' '))
  const broken = head.length < last.length && last[head.length] !== ' ' && words.trim() !== ''
  kept[kept.length - 1] = `${broken ? words.trimEnd() : head} ${ellipsis}`
  return kept
}
