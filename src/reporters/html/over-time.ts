// What changed: findings that are gone since the report compared with, and the course of every question over past runs.
import { line } from 'd3-shape'
import { formatNumber, type DetectorOutcome, type HistoryEntry, type Report } from '../../report/index.ts'
import { linearScale } from './chart/scale.ts'
import { markup, nothing, type Markup } from './markup.ts'
import { plainTable } from './table.ts'
import { badge } from './verdict.ts'

const shownRuns = 26
const shownNumbers = 4

export function resolvedSection({ baseline }: Report): Markup {
  if (baseline === undefined || baseline.resolved.length === 0) return nothing
  return markup`<section id="resolved" aria-labelledby="resolvedh"><h2 id="resolvedh">Resolved since ${baseline.asOf ?? baseline.name}</h2><ul>${baseline.resolved.map(({ sentence }) => markup`<li>${sentence}</li>`)}</ul></section>
`
}

const ofDetector = (run: HistoryEntry, id: string): HistoryEntry['outcomes'][number] | undefined =>
  run.outcomes.find(({ detector }) => detector === id)

function course(values: readonly (number | null)[]): Markup {
  const scale = linearScale(values, [22, 2])
  const step = 100 / Math.max(1, values.length - 1)
  const path = line<number | null>()
    .digits(1)
    .defined((value) => value !== null)
    .x((_value, index) => 2 + index * step)
    .y((value) => scale.at(value ?? 0))(values)
  return markup`<svg class="spark" aria-hidden="true" viewBox="0 0 104 24"><path class="line" d="${path ?? ''}"/></svg>`
}

const written = (value: number | null): string =>
  value === null ? 'n/a' : formatNumber(value, Number.isInteger(value) ? 0 : 3)

/** A line per headline number: first and last value with the course between them. */
function numbers(runs: readonly HistoryEntry[], { detector }: DetectorOutcome, id: string): Markup {
  const names = [...new Set(runs.flatMap((run) => Object.keys(ofDetector(run, detector)?.numbers ?? {})))]
  if (names.length === 0) return nothing
  const rows = names.slice(0, shownNumbers).map((name) => {
    const values = runs.map((run) => ofDetector(run, detector)?.numbers[name] ?? null)
    return [name, written(values[0] ?? null), course(values), written(values.at(-1) ?? null)]
  })
  return plainTable(['Number', 'First', 'Course', 'Last'], rows, id)
}

export function pastRunsSection({ history, outcomes }: Report): Markup {
  const runs = history?.slice(-shownRuns) ?? []
  if (runs.length === 0) return nothing
  const blocks = outcomes.map((outcome, index) => {
    const id = `past${index + 1}`
    const verdicts = runs.map((run) => {
      const found = ofDetector(run, outcome.detector)
      return markup`<li><span class="day">${run.asOf ?? 'n/a'}</span> ${found === undefined ? 'not asked' : badge(found.outcome)}</li>`
    })
    return markup`<h3 id="${id}">${outcome.question}</h3><ol class="course">${verdicts}</ol>${numbers(runs, outcome, id)}`
  })
  return markup`<section id="past" aria-labelledby="pasth"><h2 id="pasth">Past runs</h2>${blocks}</section>
`
}
