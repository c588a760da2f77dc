// The worst findings as GitHub annotations. A step shows ten of a kind and drops the rest without a word: nine and a count.
import { countedAs, type Finding, type Report } from '../../report/index.ts'
import { commandText } from './text.ts'

const most = 10

interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
  /** Lower is worse. */
  readonly rank: number
}

// Against a baseline the news come first: what has been known for weeks is in the report.
const isNews = ({ change }: Finding): boolean =>
  change === undefined || change === 'new' || change === 'worse'

function all(report: Report): Annotation[] {
  return report.outcomes.flatMap(({ detector, outcome, headline, findings }): Annotation[] => {
    if (outcome === 'failed') return [{ level: 'error', title: detector, message: headline, rank: 0 }]
    return findings.flatMap((finding) => {
      const counted = countedAs(report, detector, finding.verdict)
      if (counted === null) return []
      const tag = finding.change === undefined ? '' : `[${finding.change}] `
      return [
        {
          level: counted === 'problem' ? ('error' as const) : ('warning' as const),
          title: detector,
          message: tag + finding.sentence,
          rank: (counted === 'problem' ? 1 : 3) + (isNews(finding) ? 0 : 1),
        },
      ]
    })
  })
}

const line = ({ level, title, message }: Omit<Annotation, 'rank'>): string =>
  `::${level} title=${commandText(`salescheck: ${title}`, { property: true })}::${commandText(message)}\n`

/** Workflow commands, one per line, ten at most: `::error` for problems and failed questions, `::warning` for what is to be watched. */
export function githubAnnotations(report: Report): string {
  const ordered = all(report).sort((a, b) => a.rank - b.rank)
  const shown = ordered.length > most ? ordered.slice(0, most - 1) : ordered
  const more = ordered.length - shown.length
  const rest: readonly Omit<Annotation, 'rank'>[] =
    more === 0
      ? []
      : [{ level: 'warning', title: 'more findings', message: `and ${more} more: see the report` }]
  return [...shown, ...rest].map(line).join('')
}
