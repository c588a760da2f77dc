// What the losses of a population are called, in sentences and over columns.
import { formatCount, formatNumber } from '../../report/index.ts'
import type { Kind } from './populations.ts'

export interface Noun {
  readonly one: string
  readonly many: string
  /** Id and label of the count column. */
  readonly id: string
  readonly label: string
  /** Suffix of table ids, and what the title says. */
  readonly suffix: string
  readonly title: string
  /** What is ranked. */
  readonly what: string
}

const customers = {
  one: 'lost customer',
  many: 'lost customers',
  id: 'customers',
  label: 'Customers',
} as const

const nouns: Readonly<Record<Kind, Noun>> = {
  lost: {
    one: 'lost deal',
    many: 'lost deals',
    id: 'deals',
    label: 'Deals',
    suffix: '',
    title: 'Why deals are lost',
    what: 'Reason',
  },
  churned: { ...customers, suffix: '-churned', title: 'Why customers leave', what: 'Reason' },
  'churn-category': {
    ...customers,
    suffix: '-churn-category',
    title: 'Why customers leave, by category',
    what: 'Category',
  },
  lead: {
    one: 'lost lead',
    many: 'lost leads',
    id: 'leads',
    label: 'Leads',
    suffix: '-leads',
    title: 'Why leads are given up',
    what: 'Reason',
  },
}

export const nounOf = ({ kind }: { readonly kind: Kind }): Noun => nouns[kind]

/** The title of a table beside the ranking: whose losses they are where they are not deals. */
export const titleFor = (noun: Noun, title: string): string =>
  noun.id === 'deals'
    ? title
    : `${title} (${noun.what === 'Category' ? `${noun.many}, by category` : noun.many})`

/** `1 lost deal`, `1,204 lost deals`. */
export const countOf = (count: number, noun: Noun): string => formatCount(count, noun.one, noun.many)

/** `23-32 %` */
export const interval = (lower: number, upper: number): string =>
  `${formatNumber(lower * 100)}-${formatNumber(upper * 100)} %`

/** A difference of shares in points with its sign: `+24`, `-3.5`; one decimal under ten points. */
export function points(difference: number): string {
  const value = difference * 100
  const text = formatNumber(value, Math.abs(value) < 9.95 ? 1 : 0)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}
