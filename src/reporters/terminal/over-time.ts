// What changed since earlier reports: findings that are gone, and the course of every question over past runs.
import type { HistoryEntry, Report } from '../../report/index.ts'
import { spark } from './bars.ts'
import type { Style } from './style.ts'
import { terminalText } from './text.ts'
import { cut, hang } from './width.ts'

const shownResolved = 5
const shownRuns = 26
const shownNumbers = 2

export function resolvedFindings({ baseline }: Report, style: Style, columns: number): string[] {
  if (baseline === undefined || baseline.resolved.length === 0) return []
  const { symbol } = style.outcome('ok')
  const more = baseline.resolved.length - shownResolved
  return [
    '',
    style.bold(
      cut(`Resolved since ${terminalText(baseline.asOf ?? baseline.name)}`, columns, style.ellipsis),
    ),
    ...baseline.resolved
      .slice(0, shownResolved)
      .flatMap(({ sentence }) => hang(`${symbol} `, terminalText(sentence), columns)),
    ...(more > 0 ? [style.dim(`and ${more} more`)] : []),
  ]
}

const ofDetector = (run: HistoryEntry, id: string): HistoryEntry['outcomes'][number] | undefined =>
  run.outcomes.find(({ detector }) => detector === id)

/** One line per question: a symbol per past run, oldest first, and the course of its first headline numbers. */
export function pastRuns({ history, outcomes }: Report, style: Style, columns: number): string[] {
  const runs = history?.slice(-shownRuns) ?? []
  if (runs.length === 0) return []
  const first = runs[0]?.asOf ?? 'the first run'
  const lines = outcomes.flatMap(({ detector }) => {
    const course = runs.map((run) => {
      const name = ofDetector(run, detector)?.outcome
      return name === undefined ? ' ' : style.outcome(name).symbol
    })
    const names = [
      ...new Set(runs.flatMap((run) => Object.keys(ofDetector(run, detector)?.numbers ?? {}))),
    ].slice(0, shownNumbers)
    const numbers = names.map(
      (name) =>
        `${name} ${spark(
          runs.map((run) => ofDetector(run, detector)?.numbers[name] ?? null),
          style.unicode,
        )}`,
    )
    return [
      cut(`  ${detector}  ${course.join('')}  ${numbers.join('  ')}`.trimEnd(), columns, style.ellipsis),
    ]
  })
  return [
    '',
    style.bold(cut(`Past ${runs.length} runs, from data until ${first}`, columns, style.ellipsis)),
    ...lines,
  ]
}
