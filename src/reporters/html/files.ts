// The data behind the answers: what became of every row of every file, how files were understood, and how well tables find each other.
import {
  formatList,
  formatNumber,
  formatShare,
  type KeyJoin,
  type Report,
  type Source,
} from '../../report/index.ts'
import { markup, nothing, type Markup } from './markup.ts'
import type { PageIds } from './page-ids.ts'
import { plainTable } from './table.ts'

const shownFiles = 60
const shownRejects = 30
const shownLines = 12

const asideOf = ({ rows }: Source): number => rows.setAside.reduce((sum, { rows: count }) => sum + count, 0)

const fileName = (path: string): string => path.split('/').at(-1) ?? path

const linesOf = (lines: readonly number[]): string => {
  const shown = lines.slice(0, shownLines).map((line) => formatNumber(line))
  return lines.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ')
}

function overview(sources: readonly Source[], ids: PageIds): Markup {
  const total = (count: (source: Source) => number): number =>
    sources.reduce((sum, source) => sum + (source.table === null ? 0 : count(source)), 0)
  const id = ids.next('d')
  const line = (source: Source): (string | number | Markup)[] => [
    source.name,
    source.table ?? markup`<em>not recognised</em>`,
    source.rows.read,
    source.rows.used,
    source.rows.rejected,
    asideOf(source),
    source.warnings.length,
  ]
  const sum = [
    'All files',
    '',
    total(({ rows }) => rows.read),
    total(({ rows }) => rows.used),
    total(({ rows }) => rows.rejected),
    total(asideOf),
    sources.reduce((count, { warnings }) => count + warnings.length, 0),
  ]
  return markup`<h3 id="${id}">Every row accounted for</h3><p class="note">Rows read = used + rejected + set aside (totals, footers, repeated headings, duplicates).</p>${plainTable(
    ['File', 'Read as', 'Rows read', 'Used', 'Rejected', 'Set aside', 'Warnings'],
    sources.map(line),
    id,
    sources.length > 1 ? sum : null,
  )}`
}

function mapping({ mapping: columns, unmapped }: Source, id: string): Markup {
  const rows = columns.map(({ column, header, format, why }) => [column, header ?? '', format ?? 'text', why])
  const rest =
    unmapped.length === 0 ? nothing : markup`<p class="note">Columns not used: ${formatList(unmapped)}.</p>`
  return markup`${rows.length === 0 ? nothing : plainTable(['Column', 'Heading in the file', 'Read as', 'Why'], rows, id)}${rest}`
}

function rejected({ rejects, rows }: Source, id: string): Markup {
  if (rows.rejected === 0) return nothing
  const shown = rejects.slice(0, shownRejects)
  const more = rows.rejected - shown.length
  return markup`<h4 id="${id}r">Rejected rows</h4>${plainTable(
    ['Line', 'Reason', 'Column', 'Value'],
    shown.map(({ line, reason, column, value }) => [String(line), reason, column ?? '', value ?? '']),
    `${id}r`,
  )}${more > 0 ? markup`<p class="note">${formatNumber(more)} more: --rejects FILE writes all of them.</p>` : nothing}`
}

function facts(source: Source): string {
  const { encoding, dialect, compression, bytes, sha256, recognised } = source
  const parts = [
    recognised,
    `${formatNumber(bytes)} bytes`,
    ...(compression === 'none' ? [] : [compression]),
    encoding,
    ...(dialect === null
      ? []
      : [
          `delimiter ${dialect.delimiter === '\t' ? 'tab' : `"${dialect.delimiter}"`}`,
          ...(dialect.headerLine === null ? ['no heading row'] : [`headings in line ${dialect.headerLine}`]),
        ]),
    `SHA-256 ${sha256}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function file(source: Source, ids: PageIds): Markup {
  const id = ids.next('d')
  const { rows, warnings } = source
  const aside = rows.setAside.map(
    ({ class: kind, rows: count, lines }) =>
      markup`<li>Set aside: ${formatNumber(count)} ${kind} (line ${linesOf(lines)})</li>`,
  )
  const warned = warnings.map(
    ({ message, hint, line }) =>
      markup`<li>${line === undefined ? '' : `Line ${line}: `}${message}${hint === undefined ? '' : `. ${hint}`}</li>`,
  )
  const list = aside.length + warned.length === 0 ? nothing : markup`<ul>${aside}${warned}</ul>`
  const tail = rows.rejected > 0 ? `, ${formatNumber(rows.rejected)} rejected` : ''
  return markup`<details class="exhibit"><summary id="${id}">${fileName(source.name)} <span class="count">${source.table ?? 'not recognised'}${tail}</span></summary><p class="note">${facts(source)}</p>${list}${mapping(source, id)}${rejected(source, id)}</details>
`
}

function joins(all: readonly KeyJoin[], ids: PageIds): Markup {
  if (all.length === 0) return nothing
  const id = ids.next('d')
  const rows = all.map(({ from, to, rows: count, matched, orphans, orphanValues }) => {
    const listed = orphans.map(({ value, rows: times }) => `${value} (${formatNumber(times)})`).join(', ')
    const more = orphanValues - orphans.length
    const without =
      orphans.length === 0
        ? markup`none`
        : markup`<details><summary>${formatNumber(orphanValues)} ${orphanValues === 1 ? 'value' : 'values'}</summary>${listed}${more > 0 ? ` and ${formatNumber(more)} more` : ''}</details>`
    return [
      markup`${from} <span class="count">in</span> ${to}`,
      count,
      matched,
      count === 0 ? markup`n/a` : markup`${formatShare(matched / count)}`,
      without,
    ]
  })
  return markup`<h3 id="${id}">How well the tables find each other</h3>${plainTable(['Key', 'Rows', 'Found', 'Share', 'Without a partner'], rows, id)}`
}

export function filesSection({ sources, joins: keys, warnings }: Report, ids: PageIds): Markup {
  const more = sources.length - shownFiles
  const said = warnings.map(
    ({ message, hint }) => markup`<li>${message}${hint === undefined ? '' : `. ${hint}`}</li>`,
  )
  return markup`<section id="data" aria-labelledby="datah"><h2 id="datah">The data behind it</h2>
${said.length === 0 ? nothing : markup`<ul class="warnings">${said}</ul>`}${overview(sources, ids)}
<h3>How each file was understood</h3>
${sources.slice(0, shownFiles).map((source) => file(source, ids))}${more > 0 ? markup`<p class="note">${formatNumber(more)} more files in the JSON report.</p>` : nothing}${joins(keys, ids)}</section>
`
}
