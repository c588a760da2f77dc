// --baseline and --history: what changed since an earlier report, and the course over past runs.
import {
  compareReports,
  historyLine,
  parseHistory,
  parseReport,
  refuseIncomparable,
  type Report,
} from '../index.ts'
import type { Io } from './io.ts'
import { readText } from './read-text.ts'

export interface OverTime {
  readonly report: Report
  /** What is to be appended to the history once the reports are written. */
  readonly history: { readonly path: string; readonly text: string } | null
  /** Questions that the baseline answers and this run cannot: a line each, in a person's words. */
  readonly unanswered: readonly string[]
}

const judged: ReadonlySet<string> = new Set(['problem', 'watch', 'ok'])

/** An export that is missing or broken must not pass for good news. */
function unanswered(before: Report, now: Report): string[] {
  const answered = new Set([
    ...before.outcomes.flatMap(({ detector, outcome }) => (judged.has(outcome) ? [detector] : [])),
    ...(before.baseline?.unanswered ?? []).map(({ detector }) => detector),
  ])
  return now.outcomes.flatMap(({ detector, outcome, reason, headline }) =>
    answered.has(detector) && !judged.has(outcome)
      ? [`no answer this time: ${detector}: ${reason ?? headline}`]
      : [],
  )
}

/** A baseline that is not there yet is an error; a history that is not there yet is an empty one. */
export async function placeInTime(
  report: Report,
  baseline: string | undefined,
  history: string | undefined,
  io: Io,
): Promise<OverTime> {
  let placed = report
  let lost: readonly string[] = []
  if (baseline !== undefined) {
    const earlier = await parseReport((await readText(baseline, io, false)) ?? '', baseline)
    refuseIncomparable(earlier, placed, baseline)
    lost = unanswered(earlier, placed)
    placed = compareReports(earlier, placed, baseline)
  }
  if (history === undefined) return { report: placed, history: null, unanswered: lost }
  const text = (await readText(history, io, true)) ?? ''
  const runs = await parseHistory(text, history)
  const line = historyLine(report)
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  return {
    report: { ...placed, history: [...runs, line] },
    history: { path: history, text: `${gap}${JSON.stringify(line)}\n` },
    unanswered: lost,
  }
}
