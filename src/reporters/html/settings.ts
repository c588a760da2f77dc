// The settings in force and where each comes from, and the command line to make the report again.
import { formatNumber, type Report, type Setting } from '../../report/index.ts'
import { commandLine } from './command-line.ts'
import { markup, nothing, type Markup } from './markup.ts'
import { plainTable } from './table.ts'

const rows = (settings: readonly Setting[]): string[][] =>
  settings.map(({ key, value, from }) => [
    key,
    value === null
      ? 'not set'
      : value === ''
        ? 'none'
        : typeof value === 'boolean'
          ? value
            ? 'yes'
            : 'no'
          : String(value),
    from,
  ])

const headings = ['Setting', 'Value', 'From']

export function settingsSection(report: Report): Markup {
  const { settings, asOf, asOfFrom, model, tool } = report
  const given = settings.filter(({ from }) => from !== 'default')
  const rest = settings.filter(({ from }) => from === 'default')
  const lines = commandLine(report)
  return markup`<section id="settings" aria-labelledby="settingsh"><h2 id="settingsh">Settings, and how to make this report again</h2>
<p>Data until ${asOf ?? 'n/a'} (${asOfFrom}); business model ${model}; salescheck ${tool.version}.</p>
${given.length === 0 ? nothing : markup`<h3 id="given">Settings that are not the default</h3>${plainTable(headings, rows(given), 'given')}`}
${
  rest.length === 0
    ? nothing
    : markup`<details class="exhibit"><summary id="defaults">Settings at their default <span class="count">${formatNumber(rest.length)}</span></summary>${plainTable(
        headings.slice(0, 2),
        rows(rest).map((row) => row.slice(0, 2)),
        'defaults',
      )}</details>`
}
<h3 id="again">The same report again</h3>
<pre tabindex="0" aria-labelledby="again"><code>${lines.map((line) => markup`${line}\n`)}</code></pre></section>
`
}
