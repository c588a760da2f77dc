// What to export next to answer more questions, the shortest way first.
import type { Report } from '../../report/index.ts'
import { markup, nothing, type Markup } from './markup.ts'

export function unlocksSection({ unlocks = [] }: Report): Markup {
  if (unlocks.length === 0) return nothing
  return markup`<section id="unlocks" aria-labelledby="unlocksh"><h2 id="unlocksh">What to export to answer more</h2><ul>${unlocks.map(({ sentence }) => markup`<li>${sentence}</li>`)}</ul></section>
`
}
