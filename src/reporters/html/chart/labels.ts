// Text in pictures: how wide it comes out, and where it is broken. There is no browser to ask, so widths are generous estimates.
import { displayWidth, cut, wrap } from '../../terminal/width.ts'
import { visibleText } from '../markup.ts'

/** Average advance of a character in SVG units at the size of picture text, semi-bold. */
const advance = 7.3
/** Looked at for a label; no picture shows more. */
const longest = 200

export const textWidth = (text: string): number => displayWidth(visibleText(text)) * advance

/** At most `lines` lines that fit into `width`; what is cut is shown cut. */
export function labelLines(text: string, width: number, lines: number): string[] {
  const columns = Math.max(4, Math.floor(width / advance))
  const all = wrap(visibleText(text.slice(0, longest)), columns)
  if (all.length <= lines) return all
  return [...all.slice(0, lines - 1), cut(all.slice(lines - 1).join(' '), columns, '…')]
}

export const oneLine = (text: string, width: number): string => labelLines(text, width, 1)[0] ?? ''
