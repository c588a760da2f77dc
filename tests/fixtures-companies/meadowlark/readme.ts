// The README of Meadowlark's folder: who it is, what its files are, which traps lie in them.
import { entity, money, percent, points, share, targetTable } from '../wording.ts'
import type { Truth } from '../truth.ts'
import { plan } from './plan.ts'

export function readme(truth: Truth): string {
  const {
    targets,
    funnel,
    reasons,
    stalled,
    wonBack,
    debriefs,
    incentives,
    journey,
    mix,
    proposals,
    followUp,
    onboarding,
  } = truth
  const company = entity(truth, 'Meadowlark')
  const owners = targets.filter((one) => one.level === 'owner')
  const low = owners.filter(
    (one) =>
      one.hit &&
      (one.promoters - one.detractors) / one.n < (company.promoters - company.detractors) / company.n - 0.1,
  )
  const whale = owners.reduce((best, one) => (one.attainment > best.attainment ? one : best))
  const credited = owners[plan.targets.creditNote?.owner ?? 0]
  const refund = -(plan.targets.creditNote?.cents ?? 0) / 100
  const without = (credited?.booked ?? 0) + refund
  const newest = funnel.at(-1)
  const fully = funnel.filter((one) => one.matured)
  const rate =
    fully.reduce((sum, one) => sum + one.convertedWithin90Days, 0) /
    fully.reduce((sum, one) => sum + one.leads, 0)
  const perCurrency = truth.retention.map((one) => `${percent(one.grr, 1)} in ${one.currency}`).join(', ')
  return `# Meadowlark

An invented maker of soil and weather sensors for vineyards, arable farms and greenhouses, with offices in Ghent, Utrecht, Lyon and Leeds.
20 reps, four products; Leeds sells in pounds, the others in euros. **It is healthy, and must come out \`ok\` in every question**, but it
is full of what rules of thumb fall for. Exported on 2026-10-14; the judged quarter is 2026-Q3.

All people, farms, e-mail addresses and amounts are made up by the program in \`tests/fixtures-companies/\` from the seed
${plan.seed}; a test makes the files again and compares every byte. \`expected.json\` holds the same truth for machines.

## Files

| file | written like | table | what to know |
|---|---|---|---|
| \`deals-7428260-31.csv\` | Pipedrive deals, prefixed headers, custom fields | deals | ISO times, two currencies; a lost deal keeps its stage; 2 open deals are marked \`deleted\` |
| \`leads.csv\` | a sheet saved by Excel in Belgium | leads | byte order mark, semicolons, DD/MM/YYYY; 2 leads twice; the last month ends on the 14th |
| \`typeform-nps.csv\` | Typeform results with hidden fields | surveys | the question is the header, 7 partial responses without a score, none in 2026-Q3 |
| \`typeform-touchpoints.csv\` | Typeform, another form | surveys | one touchpoint each; always answered before the same customer's NPS of that quarter |
| \`quota.csv\` | Excel, long: rep, quota, period | targets | byte order mark, semicolons, \`27.500,00\`, EUR and GBP |
| \`office-plan.csv\` | Excel | targets | offices (teams) and the company; the company plan is in EUR and leaves Leeds out |
| \`users.csv\` | Pipedrive users | owners | |
| \`stage-changes.csv\` | a connector's dump | stage_history | deals created since 2025-10-01 |
| \`activities.csv\` | Pipedrive activities | activities | |
| \`stripe-invoices.csv\` | Stripe invoices with metadata columns | invoices | lower-case currencies |
| \`customers.csv\` | Excel | customers | Stripe's customer ids, monthly revenue on 2025-09-30 and 2026-09-30, \`1.234,50\`; the last four columns must be filled |
| \`debriefs.csv\` | Excel | interviews | lost deals and lost customers |

Joins: customer names are the same everywhere; \`Deal - Lead ID\` is the lead's id, and the day a lead converted is the day its deal was
won; invoices, debriefs, activities and stage changes name the deal.

## Traps

**target-hit-nps-low: ok.** 20 reps with 10 to 13 answers each; all are equally good, so their NPS scatter. ${low.length} who hit their quota lie
more than 10 points below the company's ${points(company)} (${low.map((one) => `${one.entity} ${points(one)}`).join(', ')}), which a rule of thumb would call a problem.
One whale of 96000 EUR gives ${whale.entity} ${percent(whale.attainment)}. A credit note of ${refund} EUR takes ${credited?.entity} from ${percent(without / (credited?.target ?? 1), 1)} to ${percent(credited?.attainment ?? 0, 1)}:
not hit. Amounts in pounds and euros must not be added.

${targetTable(truth)}

**funnel-outpaces-conversion: ok.** Leads grow by 2.5 % a month over 30 months, with a season of -20 to +22 %. 10 % convert within 90 days in every
month (${percent(rate, 1)} over the months that had 90 days). The newest had less time: ${share(newest?.convertedWithin90Days ?? 0, newest?.leads ?? 1)} of ${newest?.month} so far. 1 to 14 October is no month.

**lost-reasons: ok.** ${reasons.lostDeals} lost deals, ${reasons.administrative} of them no losses; ${percent(reasons.coverage, 1)} of the others have a reason. Six reasons with constant shares; the counts
of two quarters differ as they do by chance. No rep, office, product, segment or source has a favourite. There are always 28 or more
reasoned losses in a quarter.

**stalled-deals: ok.** The pipeline grows and is young: ${share(stalled.stalled, stalled.open)} open deals are older than ${stalled.olderThan} days, the others at most 60.

**lost-not-revisited: ok.** 12 of 100 losses come back within 170 days, in both halves; ${wonBack.older.wonBack} of the older ${wonBack.older.losses} did, ${wonBack.newer.wonBack} of the newer
${wonBack.newer.losses}, because the newest had less time.

**missing-debriefs: ok.** ${share(debriefs.debriefedDeals, debriefs.lostDeals)} lost deals and ${share(debriefs.debriefedCustomers, debriefs.lostCustomers)} lost customers were asked; of ${debriefs.debriefs} debriefs ${debriefs.sameDay} on the day of the loss, ${debriefs.longerThan30Minutes}
longer than 30 minutes, ${debriefs.heldByOwner} held by the owner.

**paid-before-confirmed: ok.** ${share(incentives.paidBeforeConfirmation, incentives.incentivesPaid)} incentives were paid before the confirmation, none on an invoice taken back.

**acquisition-over-retention: ok.** GRR ${perCurrency}; renewals carry an incentive (${money(incentives.onRenewals)}, beside ${money(incentives.onNewAndExpansion)} on
new and expansion). The whale makes 2026-Q3 look like acquisition.

**journey-gap: ok.** ${journey.touchpointAnswers} touchpoint answers average ${journey.touchpointMean.toFixed(1)} of 100, ${journey.journeyAnswers} about the whole relationship ${journey.journeyMean.toFixed(1)}.

**product-mix-drift: ok.** Won deals by product, 2026-Q2: ${list(mix.before.won)}; 2026-Q3: ${list(mix.latest.won)}.

**premature-proposal: ok.** ${share(proposals.beforeDiscovery.deals, proposals.beforeDiscovery.deals + proposals.afterDiscovery.deals)} deals had their proposal before discovery.

**incomplete-onboarding: ok.** ${share(onboarding.withMissingFields, onboarding.customers)} customers lack a field.

**missing-follow-up: ok.** Of ${followUp.wonDeals} won deals ${followUp.contactedWithin30Days} were contacted within 30 days; the newest had no time yet.
`
}

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, won]) => `${name} ${won}`)
    .join(', ')
