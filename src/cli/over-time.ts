// --baseline and --history: what changed since an earlier report, and the course over past runs.
import {
  compareReports,
  historyLine,
  parseHistory,
  parseReport,
  refuseOtherTeam,
  type Report,
} from '../index.ts'
import type { Io } from './io.ts'
import type { OutputFile } from './output-file.ts'
import { readText } from './read-text.ts'

export interface OverTime {
  readonly report: Report
  /** The history with this run appended, to be written when the reports are. */
  readonly history: OutputFile | null
}

/** A baseline that is not there yet is an error; a history that is not there yet is an empty one. */
export async function placeInTime(
  report: Report,
  baseline: string | undefined,
  history: string | undefined,
  io: Io,
): Promise<OverTime> {
  let placed = report
  if (baseline !== undefined) {
    const earlier = await parseReport((await readText(baseline, io, false)) ?? '', baseline)
    refuseOtherTeam(earlier, placed, baseline)
    placed = compareReports(earlier, placed, baseline)
  }
  if (history === undefined) return { report: placed, history: null }
  const text = (await readText(history, io, true)) ?? ''
  const runs = await parseHistory(text, history)
  const line = historyLine(report)
  const appended = `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${JSON.stringify(line)}\n`
  return { report: { ...placed, history: [...runs, line] }, history: { path: history, text: appended } }
}
