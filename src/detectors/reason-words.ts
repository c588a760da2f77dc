// What a user may say about a lost reason in salescheck.json: its category, and whether customers confirmed it.

/** What a reason means for the product: who has to do something about it. */
export const reasonCategories = [
  'product gap',
  'price',
  'competitor',
  'no decision',
  'timing',
  'fit',
  'process',
  'administrative',
] as const
export type ReasonCategory = (typeof reasonCategories)[number]

/** true or a text such as "2026-08 debrief with 12 customers": customers confirmed it. false: they were asked and did not. */
export type Validation = boolean | string

export interface TaughtReason {
  /** null: left to the words of the categories. */
  readonly category: ReasonCategory | null
  /** For every product, or by product; null: nobody has asked yet. */
  readonly validated: Validation | ReadonlyMap<string, Validation> | null
}
