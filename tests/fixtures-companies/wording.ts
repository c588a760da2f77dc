// Small words for the READMEs: percentages, NPS points, lists.
import type { Truth } from './truth.ts'

export const percent = (share: number, digits = 0): string => {
  const scale = digits === 0 ? 1 : 10
  return `${Math.round(share * 100 * scale) / scale} %`
}

export const share = (part: number, whole: number): string => `${part} of ${whole} (${percent(part / whole)})`

export const points = (one: { n: number; promoters: number; detractors: number }): string => {
  const value = Math.round((100 * (one.promoters - one.detractors)) / one.n)
  return value > 0 ? `+${value}` : String(value)
}

export function entity(truth: Truth, name: string): Truth['targets'][number] {
  const found = truth.targets.find((one) => one.entity === name)
  if (found === undefined) throw new Error(`no target of ${name}`)
  return found
}

export const targetTable = (truth: Truth): string =>
  [
    '| level | entity | attainment | answers | NPS |',
    '|---|---|---|---|---|',
    ...['owner', 'team', 'product', 'company']
      .flatMap((level) => truth.targets.filter((one) => one.level === level))
      .map(
        (one) =>
          `| ${one.level} | ${one.entity} | ${percent(one.attainment, 1)} of ${one.target.toFixed(0)} ${one.currency} | ${one.n} | ${points(one)} |`,
      ),
  ].join('\n')

export const money = (amounts: Readonly<Record<string, number>>): string =>
  Object.entries(amounts)
    .map(([currency, amount]) => `${amount} ${currency}`)
    .join(' and ') || 'nothing'
