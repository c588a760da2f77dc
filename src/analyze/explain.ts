// A detector explained for a person, from what it declares.
import type { Detector } from '../detectors/detector.ts'
import { optionFlag, type OptionSpec } from '../detectors/options.ts'
import type { Columns } from '../rollups/rollup.ts'

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

/** Plain text; `width` null means no terminal: 80 columns. */
export function explainDetector(detector: Detector, width: number | null): string {
  const columnsWide = Math.min(Math.max(width ?? 80, 40), 100)
  const paragraph = (text: string): string[] => ['', ...wrapped(text.trim(), columnsWide)]
  const list = (text: string): string[] => wrapped(text, columnsWide - 4, '    ')
  const lines = [
    detector.id,
    ...paragraph(detector.question),
    ...detector.explanation
      .trim()
      .split(/\n\s*\n/)
      .flatMap(paragraph),
    ...paragraph(`What to do: ${detector.advice}`),
    '',
    'Needs, any one of:',
    ...detector.needs.required.flatMap((needs) => list(columns(needs))),
    ...(detector.needs.optional === undefined
      ? []
      : ['', 'Reads where present:', ...list(columns(detector.needs.optional))]),
    '',
    'Options:',
    ...Object.entries(detector.options).flatMap(([key, spec]) => [
      `  --${detector.id}.${optionFlag(key)}`,
      ...list(`${spec.help} Default: ${shown(spec)}.`),
    ]),
  ]
  return `${lines.join('\n')}\n`
}
