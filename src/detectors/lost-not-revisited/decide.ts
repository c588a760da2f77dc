// From rows to the decision: how many losses come back, whether fewer than before, and which are worth another call.
import { formatCount, formatNumber, formatShare } from '../../report/index.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { moneyOf, moneyText } from '../money-by-currency.ts'
import { intervalText } from '../share-limit-words.ts'
import { findingsOf, worthText } from './findings.ts'
import type { Message } from './messages.ts'
import { notesOf } from './notes.ts'
import type { Options } from './options.ts'
import { ratesBy } from './rates.ts'
import type { Rows, TotalRow } from './rows.ts'
import { tablesOf } from './tables.ts'
import { trendOf, type Trend } from './trend.ts'
import { worthOf, type Worth } from './worth.ts'
import { readReasons, type Wording } from './worthwhile.ts'

type Input = DecideInput<Rows, Options, Rollups>

const nothing: TotalRow = {
  lost: 0,
  counted: 0,
  linked: 0,
  repeated: 0,
  undated: 0,
  earlier: 0,
  unexplained: 0,
}

/** All cells of the reason column that any query returned, with their deals. */
function wordingsOf({ rows }: Input): Wording[] {
  const deals = new Map<string, number>()
  for (const { grouping, label, deals: count } of rows.groups)
    if (grouping === 'reason' && label !== null) deals.set(label, (deals.get(label) ?? 0) + count)
  for (const { reason, deals: count } of rows.untouched)
    deals.set(reason, Math.max(deals.get(reason) ?? 0, count))
  for (const { reason } of rows.largest) if (!deals.has(reason)) deals.set(reason, 1)
  return [...deals].map(([cell, count]) => ({ cell, deals: count }))
}

function headlineOf(
  { all, older, newer, verdict }: Trend,
  { lost }: TotalRow,
  worth: Worth,
  days: number,
): string {
  if (lost === 0) return 'There are no lost deals to look at.'
  if (all.n === 0) return `Whether ${formatCount(lost, 'lost deal')} came back cannot be seen.`
  const come = `come back within ${formatNumber(days)} days`
  const money = moneyText(moneyOf(worth.value))
  const again = worth.deals === 0 ? '' : `; ${worthText(worth)}${money === '' ? '' : `, worth ${money}`}`
  const losses = formatCount(all.n, 'lost deal')
  if (all.rate === null || verdict === null)
    return `${formatNumber(all.events)} of ${losses} came back within ${formatNumber(days)} days so far${again}.`
  const rate = `${formatShare(all.rate)} of ${losses} ${come} (${formatNumber(all.events)} so far, 95 % interval ${intervalText(all.lower, all.upper)})`
  const [before, now] = [older?.rate.rate ?? null, newer?.rate.rate ?? null]
  if (before === null || now === null) return `${rate}${again}.`
  const halves = `${formatShare(before)} of the older half, ${formatShare(now)} of the newer`
  return verdict === 'ok' ? `${rate}: ${halves}.` : `${rate}: ${halves}${again}.`
}

function summaryOf(trend: Trend, totals: TotalRow, worth: Worth, days: number): Record<string, unknown> {
  const { all, older, newer, change } = trend
  return {
    horizonDays: days,
    linkedBy: totals.linked > 0 ? 'deal' : 'customer',
    lostDeals: totals.lost,
    counted: all.n,
    wonBack: all.events,
    rate: all.rate,
    lower: all.lower,
    upper: all.upper,
    olderLosses: older?.rate.n ?? null,
    olderRate: older?.rate.rate ?? null,
    newerLosses: newer?.rate.n ?? null,
    newerRate: newer?.rate.rate ?? null,
    declineP: change?.p ?? null,
    decline: trend.verdict === null ? null : trend.verdict === 'problem',
    worthGoingBackTo: worth.deals,
    worthValue: moneyOf(worth.value),
  }
}

/** Why no win-back could be recognised; null: it could. */
function unseenOf({ lost, counted, linked, repeated }: TotalRow): string | null {
  if (lost === 0 || linked > 0) return null
  const how = 'no deal names the lost deal it reopens (a column such as Reopened From)'
  if (repeated === 0) return `${how}, and no customer has a second deal: a win-back cannot be seen`
  if (counted === 0)
    return `${how}, and every customer had bought before its first loss: a win-back cannot be told from another sale`
  return null
}

export function decide(input: Input): Decision<Message> {
  const { rows, options, present, words } = input
  const totals = rows.totals[0] ?? nothing
  const days = options.horizonDays
  const trend = trendOf(rows.cohort, options)
  const reasons = readReasons(wordingsOf(input), options.reasons, words)
  const worth = worthOf(rows.untouched, rows.largest, reasons)
  const unseen = unseenOf(totals)
  const findings = unseen === null ? findingsOf(trend, worth, days) : []
  const answer = {
    headline: headlineOf(trend, totals, worth, days),
    summary: summaryOf(trend, totals, worth, days),
    findings,
    tables: tablesOf({
      trend,
      worth,
      byReason: ratesBy(rows.groups, 'reason', reasons.labelsOf, days),
      byOwner: ratesBy(rows.groups, 'owner', (owner) => [owner], days),
      horizonDays: days,
    }),
    notes: notesOf(totals, worth, present, {
      isPeriodAsked: input.period !== null,
      lookBackDays: options.lookBackDays,
    }),
  }
  const reason = unseen ?? trend.missing
  if (reason !== null) return { outcome: 'insufficient-data', reason, ...answer, findings: [] }
  return { outcome: trend.verdict ?? 'ok', ...answer }
}
