// The Markdown report for a GitHub job summary. GitHub drops a summary over 1 MiB whole: sections are shortened or left out, the totals stay.
import { formatCount, formatList, formatNumber, type Report, type Source } from '../../report/index.ts'
import { markdown } from '../markdown.ts'
import { markdownText } from '../markdown/text.ts'

/** What GitHub takes of one step, in bytes. */
export const stepSummaryLimit = 1024 * 1024

const plain = { color: 0, width: null, unicode: true } as const
const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** What stands before the first `## `, then every section. No data starts a line: the Markdown reporter escapes it. */
const sectionsOf = (text: string): string[] => text.split(/^(?=## )/m)

/** Heading and answer of a section. */
const answerOf = (section: string): string => `${section.split('\n').slice(0, 3).join('\n')}\n\n`

const nameOf = (section: string): string => (section.split('\n')[0] ?? '').replace(/^#+ /, '')

function totals({ outcomes, sources }: Report): string {
  const read = sources.filter(({ table }) => table !== null)
  const sum = (count: (source: Source) => number): string =>
    formatNumber(read.reduce((total, source) => total + count(source), 0))
  const aside = sum(({ rows }) => rows.setAside.reduce((total, { rows: count }) => total + count, 0))
  const rows = `${sum((source) => source.rows.read)} rows read from ${formatCount(read.length, 'file')}`
  const used = `${sum((source) => source.rows.used)} used, ${sum((source) => source.rows.rejected)} rejected, ${aside} set aside`
  return [
    '## Totals',
    '',
    '| question | outcome | findings |',
    '| --- | --- | ---: |',
    ...outcomes.map(
      ({ detector, outcome, findings }) =>
        `| ${markdownText(detector)} | ${outcome} | ${formatNumber(findings.length)} |`,
    ),
    '',
    `${rows}: ${used}.`,
    '',
  ].join('\n')
}

function cutNote(shortened: readonly string[], leftOut: readonly string[]): string {
  const parts = [
    ...(shortened.length === 0 ? [] : [`shortened: ${formatList(shortened)}`]),
    ...(leftOut.length === 0 ? [] : [`left out: ${formatList(leftOut)}`]),
  ]
  return `\n**Cut:** GitHub takes 1 MiB per step; ${parts.join('; ')}. The other formats hold everything.\n\n`
}

interface Section {
  readonly name: string
  /** The section in growing length: the answer alone, the worst of it, all that was asked for. */
  readonly forms: readonly string[]
}

function cut(sections: readonly Section[], room: number, tail: string): string | null {
  const names = sections.map(({ name }) => name)
  let left = room - bytes(tail) - bytes(cutNote(names, names))
  if (left < 0) return bytes(tail) <= room ? tail : null
  const chosen: (string | null)[] = sections.map(() => null)
  // Every question gets its answer before any gets its details.
  for (let level = 0; level < 3; level++) {
    for (const [index, { forms }] of sections.entries()) {
      const form = forms[Math.min(level, forms.length - 1)] ?? ''
      const cost = bytes(form) - bytes(chosen[index] ?? '')
      if (cost > left) continue
      chosen[index] = form
      left -= cost
    }
  }
  const leftOut = names.filter((_, index) => chosen[index] === null)
  const shortened = names.filter(
    (_, index) => chosen[index] !== null && chosen[index] !== sections[index]?.forms.at(-1),
  )
  return `${chosen.join('')}${cutNote(shortened, leftOut)}${tail}`
}

/**
 * Markdown that ends with the totals and is at most `room` bytes of UTF-8; what was shortened or left out is named. null: not even the
 * totals fit.
 */
export function githubStepSummary(
  report: Report,
  room: number,
  { verbose = false }: { verbose?: boolean } = {},
): string | null {
  const whole = sectionsOf(markdown.render(report, { ...plain, verbose }))
  const tail = totals(report)
  const text = `${whole.join('')}\n${tail}`
  if (bytes(text) <= room) return text
  const brief = sectionsOf(markdown.render(report, { ...plain, verbose: false }))
  const sections = whole.map((section, index) => ({
    name: index === 0 ? 'the heading' : nameOf(section),
    forms: index === 0 ? [section] : [answerOf(section), brief[index] ?? section, section],
  }))
  return cut(sections, room, tail)
}
