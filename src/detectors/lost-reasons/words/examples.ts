// A few wordings of a reason as they were typed: those that differ most from its name tell most.
import { normaliseText } from '../../../stats/index.ts'
import type { Wording } from './clusters.ts'
import { exampleOf } from './labels.ts'

const most = 3

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Other words first, then other punctuation; a wording that only differs in case says nothing and is left out. `wordings`: most frequent first. */
export function examplesOf(label: string, wordings: readonly Wording[]): string[] {
  const name = normaliseText(label)
  const seen = new Set([plain(label)])
  const distinct = wordings.filter(({ text }) => {
    const key = plain(text)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  const isOther = ({ text }: Wording): boolean => normaliseText(text) !== name
  return [...distinct.filter(isOther), ...distinct.filter((wording) => !isOther(wording))]
    .slice(0, most)
    .map(({ text }) => exampleOf(text))
}
