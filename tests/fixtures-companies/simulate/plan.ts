// The numbers a fixture company is planned with. Everything a company is known to have, or not to have, is said here.
import type { Quantiles } from '../random.ts'
import type { Mood, Product, Rep } from './world.ts'

export interface Share {
  readonly item: string
  readonly weight: number
}

interface Reason {
  readonly name: string
  readonly spellings: readonly Share[]
}

export interface LeadPlan {
  /** First day of the first month. */
  readonly from: number
  /** Leads of each whole month. */
  readonly counts: readonly number[]
  /** Leads of the last, unfinished month. */
  readonly partial: number
  /** Share of a month's leads that converts within 90 days. */
  readonly rates: readonly number[]
  /** Days to conversion of those. */
  readonly lag: Quantiles
  /** How many more convert later than 90 days, as a share of those. */
  readonly late: number
  /** Month-to-month noise of the rate, as a share of it. */
  readonly noise: number
  /** Weights of the sources in a month. */
  sources(month: number): readonly (Share & { readonly converts: number })[]
}

interface DealPlan {
  readonly from: number
  readonly lostPerQuarter: ReadonlyMap<string, number>
  readonly lostCycle: Quantiles
  readonly openAges: Quantiles
  readonly openCount: number
  /** An open deal is expected to close so many days after its creation. */
  readonly expected: readonly [number, number]
  readonly stalledAges: Quantiles
  readonly stalledCount: number
  readonly expansionsPerQuarter: ReadonlyMap<string, number>
  /** Of 100 losses, how many are won back, in the older and in the newer half, and after how many days. */
  readonly wonBack: { readonly older: number; readonly newer: number; readonly lag: Quantiles }
  readonly segments: readonly (Share & { readonly price: number })[]
  readonly sources: { readonly winBack: string; readonly expansion: string }
  mix(quarter: string): readonly number[]
  readonly usualMix: readonly number[]
  readonly reasons: readonly Reason[]
  /** Weights of the reasons, in the order of `reasons`. */
  reasonWeights(quarter: string, segment: string): readonly number[]
  /** Share of lost deals without a usable reason, and what is typed then. */
  readonly unreasoned: number
  readonly blanks: readonly Share[]
  /** Losses that are none: how many, and how they are written. */
  readonly administrative: readonly Share[]
  /** Free texts that occur once. */
  readonly singles: readonly string[]
}

interface TargetPlan {
  /** The judged quarter, and the attainment planned for it. */
  readonly quarter: string
  readonly owners: readonly number[]
  readonly teams: ReadonlyMap<string, number>
  readonly products: readonly number[]
  readonly company: { readonly name: string; readonly currency: string; readonly attainment: number }
  /** Other quarters: attainments dealt out in turn. */
  readonly before: readonly string[]
  readonly usual: readonly number[]
  readonly next: string
  /** Targets are whole multiples of this many cents. */
  readonly step: number
  readonly whale: { readonly owner: number; readonly cents: number } | null
  readonly creditNote: { readonly owner: number; readonly cents: number } | null
}

interface CustomerPlan {
  readonly legacy: number
  readonly legacyFrom: number
  readonly legacyUntil: number
  /** First and last day of the observed year. */
  readonly year: readonly [number, number]
  /** Shares of the customers at its start. */
  readonly churned: number
  readonly reduced: number
  /** Customers that left in the year before. */
  readonly churnedBefore: number
  /** New customers whose sale was undone, and the product they bought first of all. */
  readonly undone: number
  readonly undoneProduct: number
  readonly churnReasons: readonly Share[]
  readonly winBackTried: number
  readonly regained: number
}

export interface Moods {
  readonly promoter: number
  readonly passive: number
  readonly detractor: number
}

interface SurveyPlan {
  /** Answers per rep in the judged quarter. */
  readonly answers: readonly number[]
  /** Of the answers of a rep, at most so many from customers of this product. */
  readonly featured: { readonly product: number; readonly share: number; readonly most: number } | null
  /** Fixed numbers of promoters, passives and detractors per rep; null: by the moods below. */
  readonly exact: readonly Moods[] | null
  readonly moods: Moods
  readonly owner: { readonly index: number; readonly moods: Moods } | null
  readonly product: { readonly index: number; readonly moods: Moods } | null
  readonly earlier: ReadonlyMap<string, number>
  readonly touchpoints: readonly string[]
  readonly touchpointScores: readonly { readonly item: number; readonly weight: number }[]
  readonly touchpointAnswers: ReadonlyMap<string, number>
  comments(mood: Mood, rep: Rep, product: Product): readonly string[]
}

interface AfterSalePlan {
  readonly invoicesFrom: number
  readonly incentiveRate: number
  readonly renewalIncentiveRate: number
  readonly confirmed: number
  readonly confirmLag: Quantiles
  /** Chance that the incentive is paid before the confirmation, by the customer's mood. */
  readonly paidBefore: Moods
  readonly neverConfirmedPaid: number
  readonly requiredFields: readonly string[]
  readonly incomplete: Moods
  readonly activation: { readonly complete: Quantiles; readonly incomplete: Quantiles }
  /** Chance of a contact within 30 days of the sale, by mood; else later with `late`, else never. */
  readonly followedUp: Moods
  readonly followUpLag: Quantiles
  readonly late: number
  /** Share of active customers called in the last ten weeks. */
  readonly checkedIn: number
  readonly beforeSale: number
  readonly afterLoss: number
  readonly contactKinds: readonly string[]
}

interface DebriefPlan {
  readonly lost: number
  readonly churned: number
  readonly sameDay: number
  readonly long: number
  readonly byOwner: number
  readonly agreeing: number
  readonly interviewers: readonly string[]
}

interface StagePlan {
  readonly from: number
  readonly names: {
    readonly first: string
    readonly discovery: string
    readonly proposal: string
    readonly negotiation: string
    readonly won: string
    readonly lost: string
  }
  readonly premature: { readonly won: number; readonly lost: number; readonly open: number }
}

export interface Plan {
  readonly seed: number
  readonly asOf: number
  readonly reps: readonly Rep[]
  readonly products: readonly Product[]
  account(segment: string, index: number): string
  readonly leads: LeadPlan
  readonly deals: DealPlan
  readonly targets: TargetPlan
  readonly customers: CustomerPlan
  readonly surveys: SurveyPlan
  readonly afterSale: AfterSalePlan
  readonly debriefs: DebriefPlan
  readonly stages: StagePlan
}
