// The top of the page: what was looked at in one line, and the answer to every question.
import {
  formatCount,
  formatList,
  formatNumber,
  type DetectorOutcome,
  type Report,
} from '../../report/index.ts'
import { markup, nothing, type Markup } from './markup.ts'
import { badge, outcomeWords } from './verdict.ts'

/** `2 problems, 1 OK`, the worst first. */
export function verdictCount(outcomes: readonly DetectorOutcome[]): string {
  const count = (name: DetectorOutcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === name).length
  const parts = [
    count('problem') > 0 ? formatCount(count('problem'), 'problem') : null,
    count('watch') > 0 ? `${count('watch')} to watch` : null,
    count('failed') > 0 ? `${count('failed')} failed` : null,
    count('ok') > 0 ? `${count('ok')} ${outcomeWords.ok}` : null,
    count('insufficient-data') > 0 ? `${count('insufficient-data')} without enough data` : null,
    count('skipped') > 0 ? `${count('skipped')} skipped` : null,
  ]
  const said = parts.filter((part) => part !== null)
  return said.length === 0 ? 'no question was asked' : said.join(', ')
}

function changes({ outcomes, baseline }: Report): Markup {
  if (baseline === undefined) return nothing
  const found = outcomes.flatMap(({ findings }) => findings)
  const count = (name: string): number => found.filter(({ change }) => change === name).length
  const parts = [
    `${count('new')} new`,
    `${count('worse')} worse`,
    `${count('better')} better`,
    `${count('unchanged')} as before`,
    `${baseline.resolved.length} resolved`,
  ]
  return markup`<p>Against ${baseline.name}${baseline.asOf === null ? '' : ` (data until ${baseline.asOf})`}: ${formatList(parts)}.</p>`
}

function card(outcome: DetectorOutcome, index: number): Markup {
  const { question, headline, reason } = outcome
  const judged = reason === null || outcome.outcome === 'problem' || outcome.outcome === 'watch'
  return markup`<li class="card ${outcome.outcome}">${badge(outcome.outcome)}<h3><a href="#q${index + 1}">${question}</a></h3><p>${judged ? headline : reason}</p></li>
`
}

/** From this many answers on they stand closer, so that they are seen together. */
const many = 6

export function answersSection(report: Report): Markup {
  const { sources, outcomes, asOf, model, tool } = report
  const read = sources.filter(({ table }) => table !== null)
  const rows = read.reduce((sum, source) => sum + source.rows.read, 0)
  return markup`<header><h1>Sales check: ${verdictCount(outcomes)}</h1>
<p class="about">Data until ${asOf ?? 'n/a'} · ${formatCount(rows, 'row')} from ${formatNumber(read.length)} of ${formatCount(sources.length, 'file')} · model ${model} · salescheck ${tool.version}</p>${changes(report)}</header>
<section id="answers" aria-labelledby="answersh"><h2 id="answersh" class="away">Answers</h2><ol class="${outcomes.length < many ? 'cards' : 'cards many'}">
${outcomes.map(card)}</ol></section>
`
}
