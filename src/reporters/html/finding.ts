// One finding: the sentence, the money, what to do, and folded below it the evidence with the rows behind it.
import {
  formatChange,
  formatList,
  formatMoney,
  formatNps,
  formatNumber,
  formatP,
  formatShare,
  type Finding,
  type Measure,
} from '../../report/index.ts'
import { markup, nothing, type Markup } from './markup.ts'
import { badge } from './verdict.ts'

const changes: Readonly<Record<NonNullable<Finding['change']>, string>> = {
  new: 'New',
  worse: 'Worse than before',
  better: 'Better than before',
  unchanged: 'As before',
}

/** Ids behind a finding that the page names; the rest is counted. */
const shownIds = 25

const aboutOf = ({ subject, period, measure }: Finding): string => {
  const names = subject.map(({ value }) => value)
  if (names.length === 0) return measure.name.slice(0, 1).toUpperCase() + measure.name.slice(1)
  return period === null ? names.join(' · ') : `${names.join(' · ')}, ${period.label}`
}

const decimals = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2)

function measured(value: number | null, unit: Measure['unit'] | 'sharePoints'): string {
  if (value === null) return 'n/a'
  switch (unit) {
    case 'nps':
      return formatNps(value)
    case 'share':
      return formatShare(value)
    case 'sharePoints':
      return `${value > 0 ? '+' : ''}${formatNumber(value * 100)} points`
    case 'growth':
      return formatChange(value)
    case 'days':
      return `${formatNumber(value)} days`
    case 'ratio':
      return `${decimals(value)} times`
    case 'count':
      return formatNumber(value)
    default:
      return decimals(value)
  }
}

function interval({ lower, upper, unit, intervalOf }: Measure): string | null {
  if (lower === null || upper === null) return null
  const own = intervalOf === 'difference' && unit === 'share' ? 'sharePoints' : unit
  const of = intervalOf === 'observed' ? '' : `, of the ${intervalOf}`
  return `${measured(lower, own)} to ${measured(upper, own)}${of}`
}

const line = (name: string, value: Markup | string | null): Markup =>
  value === null || value === '' ? nothing : markup`<dt>${name}<dd>${value}`

function rows({ evidence }: Finding): Markup[] {
  return evidence.rows.map(({ table, ids, total }) => {
    const shown = ids.slice(0, shownIds)
    const [more, unlisted] = [ids.length - shown.length, total - ids.length]
    const rest = [
      more > 0 ? `; ${formatNumber(more)} more in the JSON report` : '',
      unlisted > 0 ? `; ${formatNumber(unlisted)} further ones are counted, not listed` : '',
    ].join('')
    return line(
      `Rows of ${table} (${formatNumber(total)})`,
      markup`<span class="ids">${shown.join(', ')}</span>${rest}`,
    )
  })
}

function evidenceFold(finding: Finding): Markup {
  const { measure, evidence } = finding
  const { test, statistic, n, p, adjustedP } = evidence
  return markup`<details><summary>Evidence and the rows behind it</summary><dl class="lines">${[
    line('Measured', measure.name),
    line('Found', measured(measure.observed, measure.unit)),
    line('Compared with', measured(measure.expected, measure.unit)),
    line('95 % interval', interval(measure)),
    line('Counted', measure.numerator ?? null),
    line('Out of', measure.denominator ?? null),
    line('Test', test),
    line('Statistic', statistic === null ? null : decimals(statistic)),
    line('p', p === null ? null : formatP(p)),
    line('p, adjusted for many comparisons', adjustedP === null ? null : formatP(adjustedP)),
    line('n', formatNumber(n)),
    ...rows(finding),
  ]}</dl></details>`
}

/** `advice`: null where the finding before said the same. `picture`: what is drawn for it, or a link to it. */
export function findingMarkup(
  finding: Finding,
  id: string,
  { advice, picture }: { advice: string | null; picture: Markup },
): Markup {
  const { verdict, sentence, impact, evidence, change } = finding
  const chance = evidence.adjustedP ?? evidence.p
  const facts = [
    impact.length === 0
      ? null
      : `${formatList(impact.map(({ amount, currency }) => formatMoney(amount, currency)))} at stake`,
    `n = ${formatNumber(evidence.n)}`,
    chance === null ? null : `p ${chance < 0.001 ? '' : '= '}${formatP(chance)}`,
  ]
  const tag = change === undefined ? nothing : markup` <span class="tag ${change}">${changes[change]}</span>`
  return markup`<article class="finding ${verdict}" id="${id}" aria-labelledby="${id}h"><h3 id="${id}h">${badge(verdict)} ${aboutOf(finding)}${tag}</h3>
<p>${sentence}</p>
<p class="facts">${facts.filter((fact) => fact !== null).map((fact) => markup`<span>${fact}</span> `)}</p>
${advice === null ? nothing : markup`<p class="next"><strong>What to do:</strong> ${advice}</p>`}${picture}${evidenceFold(finding)}</article>
`
}
