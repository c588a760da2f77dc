// How a reason is shown: on one line, not longer than a table can bear, and never the same for two reasons.
import { longestExample, longestLabel } from '../limits.ts'

/** At most `most` characters on one line; an ellipsis says that there is more. */
export function shortened(text: string, most: number): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= most) return line
  const characters = Array.from(line)
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

export const exampleOf = (text: string): string => shortened(text, longestExample)

/** Takes labels as they come and gives each the text it is shown under. */
export function labeller(): (label: string) => string {
  const taken = new Set<string>()
  return (label) => {
    const short = shortened(label, longestLabel)
    let shown = short
    for (let number = 2; taken.has(shown); number++) shown = `${short} (${number})`
    taken.add(shown)
    return shown
  }
}
