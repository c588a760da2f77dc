// Writes tables as files, analyses them with the whole program, and takes out of the report what must not depend on how they are written.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DetectorOutcome, Report } from '../../src/report/index.ts'
import { inProcess } from '../cli/salescheck.ts'
import type { Table } from './business.ts'

export interface Writing {
  readonly delimiter: string
  readonly newline: string
  readonly always: boolean
}

export const plain: Writing = { delimiter: ',', newline: '\n', always: false }

export function csv(table: Table, { delimiter, newline, always }: Writing = plain): string {
  const cell = (text: string): string =>
    always || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return table.map((row) => row.map(cell).join(delimiter) + newline).join('')
}

/** Bytes by file name; analysed in the order given. */
export type Files = Readonly<Record<string, string | Buffer>>

export async function analysed(files: Files, flags: readonly string[] = []): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'salescheck-properties-'))
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      return path
    })
    const { code, stdout, stderr } = await inProcess([
      'analyze',
      ...paths,
      '--no-config',
      '--format',
      'json',
      ...flags,
    ])
    if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`)
    return JSON.parse(stdout) as Report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows used, by table. */
export function rowsUsed({ sources }: Report): Readonly<Record<string, number>> {
  const used: Record<string, number> = {}
  for (const { table, rows } of sources) if (table !== null) used[table] = (used[table] ?? 0) + rows.used
  return used
}

/** Verdicts without anything that carries a date or an amount. */
export function verdicts({ outcomes }: Report): unknown {
  return outcomes.map(({ detector, outcome, findings }: DetectorOutcome) => ({
    detector,
    outcome,
    findings: findings.map(({ messageId, verdict, subject, measure, evidence }) => ({
      messageId,
      verdict,
      subject,
      measure: measure.unit === 'money' ? null : measure,
      p: evidence.p,
      n: evidence.n,
      rows: evidence.rows,
    })),
  }))
}
