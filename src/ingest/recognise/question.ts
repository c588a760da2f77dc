// Survey questions as headers: the likelihood to recommend, satisfaction, and the comment, in the words people ask them.
import { fold } from '../values/index.ts'

const recommend =
  /\b(?:recommend\w*|recommand\w*|empfehl\w*|weiterempfehl\w*|empfohlen|recomend\w*|recomiend\w*|consigli\w*|raccomand\w*|aanbevel\w*|aanraden|polec\w*|doporuc\w*)\b/
const satisfied = /\b(?:satisf\w*|zufrieden\w*|satisfecho\w*|satisfeito\w*|soddisf\w*|tevreden\w*|csat)\b/
const rated =
  /\b(?:how would you rate|please rate|rate (?:our|your|the|us)|wie bewerten sie|comment evaluez|como calificaria)\b/
const why =
  /\b(?:why|reason|reasons|because|warum|grund|gruende|pourquoi|raison|por que|porque|motivo|perche|waarom|comment|comments|kommentar|improve)\b/
const group = /\b(?:group|category|class|segment|kategorie|gruppe|categorie|label)\b/
const npsCode = /^(?:q\d+ )?nps(?: \d+)?(?: (?:score|rating|answer|value|wert))?$/

export type Question = 'score' | 'satisfaction' | 'comment'

/** What a header asks; null when it asks none of these. */
export function questionOf(header: string): Question | null {
  const words = fold(header.slice(0, 500))
  if (group.test(words)) return null
  const asksWhy = why.test(words)
  if (recommend.test(words)) return asksWhy ? 'comment' : 'score'
  if (npsCode.test(words)) return 'score'
  if (asksWhy && /\b(?:score|rating|nps|answer|note|bewertung)\b/.test(words)) return 'comment'
  if (asksWhy) return null
  return rated.test(words) || (satisfied.test(words) && words.length > 12) ? 'satisfaction' : null
}

/** Qualtrics writes the class of an NPS question beside it: `Q1_NPS_GROUP` says that `Q1` holds the score. */
export function scoreBesideGroup(names: readonly string[]): number | null {
  for (const name of names) {
    const base = groupOf(name)
    if (base === null) continue
    const at = names.findIndex((other) => {
      const words = fold(other)
      return groupOf(other) === null && (words === base || words.startsWith(`${base} `))
    })
    if (at >= 0) return at
  }
  return null
}

const groupOf = (name: string): string | null => {
  const match = /^(.{1,80})_NPS_GROUP\b/i.exec(name)
  return match === null ? null : fold(match[1] ?? '')
}
