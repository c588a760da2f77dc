// Is this stage the loss itself ("Closed Lost") rather than the stage a deal was lost in?
import { normaliseText } from '../../../stats/index.ts'

/** Whole words in any case; stage names of the tools and languages salescheck knows. */
const words: ReadonlySet<string> = new Set([
  'lost',
  'closedlost',
  'lose',
  'closed',
  'dead',
  'abandoned',
  'archived',
  'won',
  'closedwon',
  'verloren',
  'gewonnen',
  'perdu',
  'perdue',
  'perdante',
  'perdido',
  'perdida',
  'persa',
  'perso',
  'negativamente',
  'przegrane',
  'przegrana',
  'ztraceno',
  'провалена',
  'проиграна',
  '失注',
  'c6lose',
])

export const isClosingStage = (stage: string): boolean =>
  normaliseText(stage)
    .split(' ')
    .some((word) => words.has(word))
