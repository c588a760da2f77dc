// The page: head with its policy, the answers, a section per question, the data, the settings.
import { createHash } from 'node:crypto'
import type { Report } from '../../report/index.ts'
import { byWeight } from '../by-weight.ts'
import { answersSection, verdictCount } from './answers.ts'
import { filesSection } from './files.ts'
import { markup, nothing, slim, type Markup } from './markup.ts'
import { pastRunsSection, resolvedSection } from './over-time.ts'
import { pageIds } from './page-ids.ts'
import { questionSection, type PageLimits } from './question.ts'
import { script } from './script.ts'
import { settingsSection } from './settings.ts'
import { stylesheet } from './style.ts'
import { unlocksSection } from './unlocks.ts'
import { sprite } from './verdict.ts'

const hashOf = (content: Markup): string =>
  `'sha256-${createHash('sha256').update(content.toString()).digest('base64')}'`

// Nothing is loaded from anywhere; only this style sheet and this script apply, whatever the data holds.
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(stylesheet)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

function navigation({ history, baseline, unlocks }: Report): Markup {
  const resolved = baseline !== undefined && baseline.resolved.length > 0
  const past = history !== undefined && history.length > 0
  return markup`<nav aria-label="On this page"><ul>${resolved ? markup`<li><a href="#resolved">Resolved findings</a></li>` : nothing}${
    past ? markup`<li><a href="#past">Past runs</a></li>` : nothing
  }<li><a href="#data">The data behind it</a></li><li><a href="#settings">Settings, and how to make this report again</a></li>${unlocks === undefined || unlocks.length === 0 ? nothing : markup`<li><a href="#unlocks">What to export to answer more</a></li>`}</ul></nav>
`
}

export function page(given: Report, limits: PageLimits): string {
  const ids = pageIds()
  const report = { ...given, outcomes: byWeight(given.outcomes) }
  const { outcomes, asOf } = report
  const questions = outcomes.map((outcome, index) => questionSection(outcome, `q${index + 1}`, ids, limits))
  const title = `Sales check: ${verdictCount(outcomes)}${asOf === null ? '' : ` (data until ${asOf})`}`
  const main = markup`${answersSection(report)}${navigation(report)}${questions}${resolvedSection(report)}${pastRunsSection(report)}${filesSection(report, ids)}${settingsSection(report)}${unlocksSection(report)}`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${stylesheet}</style>
</head>
<body>
${sprite}
${outcomes.length === 0 ? nothing : markup`<a class="skip" href="#q1">Skip to the first question</a>`}
<main>
${slim(main)}</main>
<script>${script}</script>
</body>
</html>
`.toString()
}
