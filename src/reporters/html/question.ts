// One question: the answer, its findings each with the picture it is seen in, then all other pictures and tables, folded.
import {
  formatNumber,
  type DetectorOutcome,
  type Finding,
  type Table,
  type Verdict,
} from '../../report/index.ts'
import { figure } from './chart/figure.ts'
import { findingMarkup } from './finding.ts'
import { markup, nothing, type Markup } from './markup.ts'
import type { PageIds } from './page-ids.ts'
import { tableMarkup } from './table.ts'
import { badge } from './verdict.ts'

export interface PageLimits {
  /** Rows of a table. */
  readonly rows: number
  /** Findings of a question. */
  readonly findings: number
}

interface Exhibit {
  readonly table: Table
  readonly id: string
  /** null: nothing to draw. */
  readonly picture: Markup | null
  /** Names along the picture. */
  readonly names: ReadonlySet<string>
}

const rowCount = ({ totalRows, rows }: Table): string => {
  const count = totalRows ?? rows.length
  return `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`
}

/** One line is a paragraph, several are a list. */
function note({ note: words }: Table): Markup {
  if (words === undefined) return nothing
  const lines = words.split('\n')
  return lines.length === 1
    ? markup`<p class="note">${words}</p>`
    : markup`<div class="note"><ul>${lines.map((line) => markup`<li>${line}`)}</ul></div>`
}

function pictured({ table, id, picture }: Exhibit, { rows }: PageLimits): Markup {
  const title = table.chart?.title ?? table.title
  return markup`<figure id="${id}"><figcaption id="${id}c">${title}</figcaption>${picture}${note(table)}<details><summary>The numbers as a table: ${table.title} (${rowCount(table)})</summary>${tableMarkup(table, `${id}c`, rows)}</details></figure>
`
}

/** A table without a picture, or a picture nothing points to: folded, under its title. */
function folded(exhibit: Exhibit, limits: PageLimits): Markup {
  const { table, id, picture } = exhibit
  const inside =
    picture === null
      ? markup`${note(table)}${tableMarkup(table, `${id}c`, limits.rows)}`
      : pictured({ ...exhibit, id: `${id}f` }, limits)
  return markup`<details class="exhibit" id="${id}"><summary id="${id}c">${table.title} <span class="count">${picture === null ? '' : 'picture, '}${rowCount(table)}</span></summary>${inside}</details>
`
}

const loudest = (findings: readonly Finding[]): Map<string, Verdict> => {
  const named = new Map<string, Verdict>()
  for (const { subject, verdict } of findings) {
    for (const { value } of subject) if (named.get(value) !== 'problem') named.set(value, verdict)
  }
  return named
}

function exhibits(outcome: DetectorOutcome, ids: PageIds): Exhibit[] {
  const named = loudest(outcome.findings)
  return outcome.tables.map((table) => {
    const at = table.columns.findIndex(({ id }) => id === table.chart?.x)
    const picture = figure(table, named, ids.next('p'))
    const names =
      picture === null || table.chart?.kind === 'lines' ? [] : table.rows.map((row) => String(row[at] ?? ''))
    return { table, id: ids.next('t'), picture, names: new Set(names) }
  })
}

/** Pictures a finding is seen in: those that name what it is about; for one about the whole, the first. */
function picturesOf({ subject }: Finding, all: readonly Exhibit[]): Exhibit[] {
  const drawn = all.filter(({ picture }) => picture !== null)
  if (subject.length === 0) return drawn.slice(0, 1)
  return drawn.filter(({ names }) => subject.some(({ value }) => names.has(value)))
}

function link({ id, table }: Exhibit): Markup {
  return markup`<p class="see">Seen in: <a href="#${id}">${table.chart?.title ?? table.title}</a></p>`
}

export function questionSection(
  outcome: DetectorOutcome,
  id: string,
  ids: PageIds,
  limits: PageLimits,
): Markup {
  const { findings, headline, reason, notes, question } = outcome
  const all = exhibits(outcome, ids)
  const placed = new Set<Exhibit>()
  const shown = findings.slice(0, limits.findings)
  const articles = shown.map((finding, index) => {
    const pictures = picturesOf(finding, all)
    const fresh = pictures.filter((exhibit) => !placed.has(exhibit))
    for (const exhibit of fresh) placed.add(exhibit)
    const picture =
      fresh.length > 0 ? fresh.map((exhibit) => pictured(exhibit, limits)) : pictures.slice(0, 1).map(link)
    const same = shown[index - 1]?.advice === finding.advice
    return findingMarkup(finding, ids.next('f'), {
      advice: same ? null : finding.advice,
      picture: markup`${picture}`,
    })
  })
  const first = all.find(({ picture }) => picture !== null)
  const alone = placed.size === 0 && first !== undefined ? [first] : []
  for (const exhibit of alone) placed.add(exhibit)
  const rest = all.filter((exhibit) => !placed.has(exhibit))
  const more = findings.length - shown.length
  return markup`<section id="${id}" class="question" aria-labelledby="${id}h"><h2 id="${id}h">${question}</h2>
<p class="answer">${badge(outcome.outcome)} ${headline}</p>
${reason === null || reason === headline ? nothing : markup`<p>${reason}</p>`}${articles}${more > 0 ? markup`<p class="note">${formatNumber(more)} more findings in the JSON report.</p>` : nothing}${alone.map((exhibit) => pictured(exhibit, limits))}${
    rest.length === 0
      ? nothing
      : markup`<h3>More numbers</h3>${rest.map((exhibit) => folded(exhibit, limits))}`
  }${notes.length === 0 ? nothing : markup`<h3>What to know when reading this</h3><ul class="notes">${notes.map((words) => markup`<li>${words}</li>`)}</ul>`}</section>
`
}
