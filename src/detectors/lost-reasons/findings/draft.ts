// What all findings of this question share: the message, and the wordings that lead back to the rows behind it.
import type { Draft } from '../../detector.ts'
import { mostBound } from '../limits.ts'
import type { Said } from '../tally.ts'
import type { Vocabulary } from '../words/vocabulary.ts'

export const messages = {
  'share-rose':
    '{reason} rose from {before} of {beforeReasoned} {losses} with a reason ({beforeShare}) in the period {beforePeriod} to {after} of {afterReasoned} ({afterShare}) in the period {afterPeriod}: {points} points (95 % interval {lower} to {upper} points, adjusted p {p}).',
  lifted:
    '{reason} is named {times} in {column} {segment}, {inSegment} of {segmentReasoned} {losses} with a reason ({segmentShare}), {than} elsewhere, {elsewhere} of {elsewhereReasoned} ({elsewhereShare}); ratio interval {interval}, adjusted p {p}.',
  'low-coverage':
    'Only {reasoned} of {total} ({coverage}, 95 % interval {interval}) carry a reason: under {minimum} no reason is called number one.',
} as const

export type Message = keyof typeof messages
export type ReasonDraft = Draft<Message>

/** Cells, most frequent first, that `wanted` accepts, as JSON: not printed, but bound into the query for the rows behind a finding. */
export function cellsWhere(vocabulary: Vocabulary, wanted: (said: Said) => boolean): string {
  const texts = vocabulary.cells.filter(({ text }) => {
    const reading = vocabulary.read(text)
    return wanted(reading.kind === 'reasons' ? { labels: reading.labels } : reading.kind)
  })
  return JSON.stringify(texts.slice(0, mostBound).map(({ text }) => text))
}
