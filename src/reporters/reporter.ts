// The contract of a reporter: a pure function from report to text. It knows the report and nothing else.
import type { Report } from '../report/index.ts'

export interface RenderOptions {
  /** ANSI colour level: 0 none, 1 sixteen colours, 2 256, 3 full. Only the terminal reporter uses it. */
  readonly color: 0 | 1 | 2 | 3
  /** Columns to fit into; null: no limit, nothing is cut. */
  readonly width: number | null
  /** Box drawing, bars and symbols beyond ASCII may be used. */
  readonly unicode: boolean
  /** Show everything instead of the worst five. */
  readonly verbose: boolean
  /** Begin with the mark by which Excel knows UTF-8. Only the CSV reporter uses it. */
  readonly excel?: boolean
}

/** One of several files a reporter can write into a folder. */
export interface ReportFile {
  readonly name: string
  readonly text: string
}

export interface Reporter {
  readonly id: string
  readonly summary: string
  /** With the dot: `.json`. */
  readonly extension: string
  render(report: Report, options: RenderOptions): string
  /** For formats that fill a folder. */
  files?(report: Report, options: RenderOptions): readonly ReportFile[]
}
