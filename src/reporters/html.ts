// The report as one HTML file: opens from disk, asks nothing of any network, works without JavaScript.
import type { Report } from '../report/index.ts'
import { page } from './html/page.ts'
import type { Reporter } from './reporter.ts'

/** Cells of tables in a page before long tables are cut shorter: the file stays small enough to mail. */
const mostCells = 5000
const findings = 50

const cellsWith = (report: Report, rows: number): number =>
  report.outcomes
    .flatMap(({ tables }) => tables)
    .reduce((sum, table) => sum + Math.min(table.rows.length, rows) * table.columns.length, 0)

function render(report: Report): string {
  const rows = [500, 200, 100, 50, 25].find((most) => cellsWith(report, most) <= mostCells) ?? 10
  return page(report, { rows, findings })
}

export const html: Reporter = {
  id: 'html',
  summary: 'one HTML file with pictures and tables, to look at, mail and print',
  extension: '.html',
  render,
}
