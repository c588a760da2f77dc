// `--report FORMAT=FILE`, any number of them, beside what goes to standard output.
import { join } from 'node:path'
import {
  reporters,
  SalescheckError,
  suggestion,
  type RenderOptions,
  type Report,
  type Reporter,
} from '../index.ts'
import { refuseInput, refuseInputFolder, writeAllWhole, type OutputFile } from './output-file.ts'

export interface ReportTarget {
  readonly reporter: Reporter
  readonly path: string
}

const plain: RenderOptions = { color: 0, width: null, unicode: true, verbose: true }

/** `markdown=out.md`, or `out.md` where the ending says the format. Throws SalescheckError `usage`. */
export function readTarget(text: string): ReportTarget {
  const equals = text.indexOf('=')
  const [format, path] = equals === -1 ? [null, text] : [text.slice(0, equals), text.slice(equals + 1)]
  const reporter =
    format === null
      ? reporters.find(({ extension }) => path.toLowerCase().endsWith(extension))
      : reporters.find(({ id }) => id === format)
  if (reporter !== undefined && path !== '') return { reporter, path }
  const ids = reporters.map(({ id }) => id)
  const guess = format === null ? undefined : suggestion(format, ids)
  throw new SalescheckError('usage', `--report: "${text}" is not FORMAT=FILE`, {
    hint:
      guess === undefined
        ? `Formats: ${ids.join(', ')}; for example --report markdown=report.md.`
        : `Did you mean ${guess}=${path}?`,
  })
}

/** The files of the reports, rendered. Throws SalescheckError `output` when one would replace what is read. */
export async function reportFiles(
  report: Report,
  targets: readonly ReportTarget[],
  inputs: readonly string[],
  excel: boolean,
): Promise<OutputFile[]> {
  const options = { ...plain, excel }
  const files = targets.flatMap(({ reporter, path }): OutputFile[] => {
    const folder = reporter.files !== undefined && !path.toLowerCase().endsWith(reporter.extension)
    if (!folder) return [{ path, text: reporter.render(report, options), folder: null }]
    return (reporter.files?.(report, options) ?? []).map(({ name, text }) => ({
      path: join(path, name),
      text,
      folder: path,
    }))
  })
  for (const folder of new Set(files.map((file) => file.folder)))
    if (typeof folder === 'string') await refuseInputFolder(folder, inputs)
  for (const { path } of files) await refuseInput(path, inputs)
  return files
}

/** Writes all of them, or none: everything is rendered and written beside its place before the first is put in place. */
export const writeReports = async (...asked: Parameters<typeof reportFiles>): Promise<void> =>
  writeAllWhole(await reportFiles(...asked))
