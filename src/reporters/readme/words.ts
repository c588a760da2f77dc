// Running text of a README: its words with their emphasis, broken into lines.
import { cut, displayWidth } from '../terminal/width.ts'

export type Emphasis = 'plain' | 'bold' | 'italic' | 'code'

interface Part {
  readonly text: string
  readonly emphasis: Emphasis
}

/** What stands between two blanks; parts of it may be emphasised. */
export type Word = readonly Part[]

export type Paint = (text: string, emphasis: Emphasis) => string

const inline =
  /\\([\\`*_[\]|<>#-])|`([^`]+)`|\*\*((?:[^*]|\*(?!\*))+)\*\*|\*([^\s*](?:[^*]*[^\s*])?)\*|\[([^\]]+)\]\([^)]*\)/g

/** Emphasised text inside emphasised text takes the inner one's. */
function partsOf(text: string, emphasis: Emphasis): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(inline)) {
    const [whole, escaped, code, bold, italic, link] = match
    if (match.index > end) parts.push({ text: text.slice(end, match.index), emphasis })
    end = match.index + whole.length
    if (escaped !== undefined) parts.push({ text: escaped, emphasis })
    else if (code !== undefined) parts.push({ text: code, emphasis: 'code' })
    else if (bold !== undefined) parts.push(...partsOf(bold, 'bold'))
    else if (italic !== undefined) parts.push(...partsOf(italic, 'italic'))
    else parts.push(...partsOf(link ?? '', emphasis))
  }
  if (end < text.length) parts.push({ text: text.slice(end), emphasis })
  return parts
}

export function wordsOf(text: string): Word[] {
  const words: Part[][] = [[]]
  for (const { text: part, emphasis } of partsOf(text, 'plain')) {
    for (const [index, piece] of part.split(' ').entries()) {
      if (index > 0) words.push([])
      if (piece !== '') words.at(-1)?.push({ text: piece, emphasis })
    }
  }
  return words.filter((word) => word.length > 0)
}

/** Text in which no sign means anything: code. */
export const plainWords = (text: string): Word[] =>
  text
    .split(' ')
    .filter((piece) => piece !== '')
    .map((piece) => [{ text: piece, emphasis: 'plain' }])

export const wordWidth = (word: Word): number =>
  word.reduce((width, { text }) => width + displayWidth(text), 0)

/** It may be wider than the room there is: it still has to go somewhere. */
const firstSign = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)

/** Pieces of at most `columns`, at least one character each. */
function broken(word: Word, columns: number): Word[] {
  const pieces: Part[][] = [[]]
  let room = columns
  for (const { text, emphasis } of word) {
    let rest = text
    while (rest !== '') {
      const head = cut(rest, room, '') || (room === columns ? firstSign(rest) : '')
      if (head === '') {
        pieces.push([])
        room = columns
        continue
      }
      pieces.at(-1)?.push({ text: head, emphasis })
      rest = rest.slice(head.length)
      room = Math.max(0, room - displayWidth(head))
    }
  }
  return pieces
}

/** Lines of at most `columns` columns, painted; at least one. */
export function flow(words: readonly Word[], columns: number, paint: Paint): string[] {
  const lines: Word[][] = [[]]
  let used = 0
  for (const whole of words) {
    for (const word of wordWidth(whole) > columns ? broken(whole, columns) : [whole]) {
      const width = wordWidth(word)
      const blank = used === 0 ? 0 : 1
      if (used + blank + width > columns && used > 0) {
        lines.push([word])
        used = width
      } else {
        lines.at(-1)?.push(word)
        used += blank + width
      }
    }
  }
  const painted = (word: Word): string => word.map(({ text, emphasis }) => paint(text, emphasis)).join('')
  return lines.map((line) => line.map(painted).join(' '))
}
