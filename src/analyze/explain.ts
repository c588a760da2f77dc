// A detector explained for a person, from what it declares.
import type { Detector } from '../detectors/detector.ts'
import { optionFlag, type OptionSpec } from '../detectors/options.ts'
import type { Columns } from '../rollups/rollup.ts'
import { detectorSettings } from './detector-settings.ts'

function wrapped(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(/\s+/)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
    }
    line = line.trim() === '' ? indent + word : `${line} ${word}`
  }
  return [...lines, line]
}

const columns = (needs: Columns): string =>
  Object.entries(needs)
    .map(([table, names]) => `${table} (${names.join(', ')})`)
    .join(' with ')

const shown = (spec: OptionSpec): string => {
  const value = Array.isArray(spec.default)
    ? `${spec.default.length} words`
    : String(spec.default ?? 'not set')
  return spec.unit === undefined ? value : `${value} ${spec.unit}`
}

const pageWidth = (width: number | null): number => Math.min(Math.max(width ?? 80, 20), 100)

function needLines({ needs }: Detector, wide: number): string[] {
  const list = (names: Columns): string[] => wrapped(columns(names), wide, '  ')
  return [
    'Needs, any one of',
    '',
    ...needs.required.flatMap(list),
    ...(needs.optional === undefined ? [] : ['', 'Reads where present', '', ...list(needs.optional)]),
  ]
}

/** What a detector reads and what can be set, as plain text. `width` null means no terminal: 80 columns. */
export function explainOptions(detector: Detector, width: number | null): string {
  const wide = pageWidth(width)
  const options = Object.entries(detectorSettings(detector)).flatMap(([key, spec]) => [
    '',
    `  --${detector.id}.${optionFlag(key)}`,
    ...wrapped(`${spec.help} Default: ${shown(spec)}.`, wide, '    '),
  ])
  return `${['What to do', '', ...wrapped(detector.advice, wide, '  '), '', ...needLines(detector, wide), '', 'Options', ...options].join('\n')}\n`
}

/** The question, how it is answered, and `explainOptions`: all that a detector says of itself without its README. */
export function explainDetector(detector: Detector, width: number | null): string {
  const wide = pageWidth(width)
  const paragraphs = [detector.question, ...detector.explanation.trim().split(/\n\s*\n/)]
  const text = paragraphs.flatMap((paragraph) => ['', ...wrapped(paragraph.trim(), wide, '  ')])
  return `${[detector.id, ...text].join('\n')}\n\n${explainOptions(detector, width)}`
}
