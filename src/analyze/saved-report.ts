// Reads a report saved as JSON: the whole of it is checked, other schema versions are refused with a clear word.
import type { z } from 'zod'
import { SalescheckError } from '../errors.ts'
import { schemaVersion, type HistoryEntry, type Report } from '../report/index.ts'

const fail = (path: string, problem: string, hint?: string): never => {
  throw new SalescheckError(
    'input-unreadable',
    `${path}: ${problem}`,
    hint === undefined ? { place: { file: path } } : { hint, place: { file: path } },
  )
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (error) {
    return fail(
      path,
      `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
      'Give a report written with --format json.',
    )
  }
}

function checkVersion(value: unknown, path: string): void {
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined
  if (version === schemaVersion) return
  if (typeof version !== 'number')
    fail(path, 'is not a salescheck report', 'Give a report written with --format json.')
  fail(
    path,
    `has schema version ${String(version)}, this salescheck reads ${schemaVersion}`,
    'Write it again with this version.',
  )
}

function check<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  checkVersion(value, path)
  const checked = schema.safeParse(value)
  // The value itself, not the copy the check made: its keys stay in the order of the file, so that it is written again byte for byte.
  if (checked.success) return value as T
  const issue = checked.error.issues[0]
  return fail(
    path,
    `is not a whole salescheck report: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  )
}

/** Throws SalescheckError `input-unreadable`. */
export async function parseReport(text: string, path: string): Promise<Report> {
  const { report } = await import('../report/schemas.ts')
  return check(report, parse(text, path), path)
}

/** One entry per line, oldest first; blank lines are passed over. */
export async function parseHistory(text: string, path: string): Promise<HistoryEntry[]> {
  const { historyEntry } = await import('../report/schemas.ts')
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === ''
        ? []
        : [check(historyEntry, parse(line, `${path}:${index + 1}`), `${path}:${index + 1}`)],
    )
}

/** What a history file keeps of a run: outcomes and the headline numbers of each summary. */
export function historyLine(report: Report): HistoryEntry {
  return {
    schemaVersion,
    asOf: report.asOf,
    outcomes: report.outcomes.map(({ detector, outcome, findings, summary }) => ({
      detector,
      outcome,
      findings: findings.length,
      numbers: Object.fromEntries(
        Object.entries(summary).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
      ),
    })),
  }
}
