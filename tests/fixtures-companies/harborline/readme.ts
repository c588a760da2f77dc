// The README of Harborline's folder: who it is, what its files are, what is planted in them.
import { entity, money, percent, points, share, targetTable } from '../wording.ts'
import { rounded, type Truth } from '../truth.ts'
import { plan } from './plan.ts'
import { pushy } from './people.ts'

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
  const rep = entity(truth, pushy)
  const product = entity(truth, 'Harbor Pay')
  const company = entity(truth, 'Harborline')
  const rest = (one: typeof rep): string =>
    points({
      n: company.n - one.n,
      promoters: company.promoters - one.promoters,
      detractors: company.detractors - one.detractors,
    })
  const first = funnel[0]
  const last = funnel.findLast((one) => one.matured)
  const rate = (one: typeof first): string =>
    percent((one?.convertedWithin90Days ?? 0) / (one?.leads ?? 1), 1)
  const risen = 'No accounting integration'
  const lifted = 'Public tender rules'
  const municipal = reasons.segments.find((one) => one.segment === 'Municipal')
  const [year] = truth.retention
  const hits = targets.filter((one) => one.level === 'owner' && one.hit).length
  return `# Harborline

An invented subscription software company: berth planning, boatyard work orders and payments for marinas in the United States. 12 reps
in three teams, five products, everything in US dollars. **It has every fault salescheck knows.** Exported on 2026-10-02; the judged
quarter is 2026-Q3.

All people, marinas, e-mail addresses and amounts are made up by the program in \`tests/fixtures-companies/\` from the seed
${plan.seed}; a test makes the files again and compares every byte. \`expected.json\` holds the same truth for machines.

## Files

| file | written like | table | what to know |
|---|---|---|---|
| \`salesforce-opportunities.csv\` | Salesforce report export | deals | everything quoted, M/D/YYYY, a footer of five lines; ids differ in the case of one letter at times; text areas hold line breaks; 3 old lost deals appear twice; an amount \`TBC\` and a close date \`next spring\` on two open deals |
| \`hubspot-contacts.csv\` | HubSpot contact list, exported without names | leads | everything quoted, ISO date and time; 4 contacts twice, 3 customers before they were leads, one date \`(No value)\` |
| \`delighted-relationship.csv\` | Delighted responses with properties | surveys | UTC times, line breaks in comments; 2 responses twice, 2 without a score, all of them before 2026-Q2 |
| \`touchpoint-feedback.csv\` | Google Sheets, fed by short forms | surveys | one touchpoint each; always answered before the same customer's relationship survey of that quarter |
| \`quotas-2026.csv\` | Google Sheets | targets | reps, teams and company by quarter, \`$1,234.00\` |
| \`product-plan-2026.csv\` | Google Sheets | targets | one row per product, a column per quarter |
| \`roster.csv\` | Google Sheets | owners | |
| \`salesforce-stage-history.csv\` | Salesforce field history report | stage_history | deals created since 2026-02-01; expansions go through no stages |
| \`salesforce-activities.csv\` | Salesforce activity report | activities | |
| \`quickbooks-invoices.csv\` | QuickBooks Online "Invoice List by Date" with custom columns | invoices | three title lines and an empty one above the header, \`1,234.00\`, TOTAL and time of printing below |
| \`customers.csv\` | Google Sheets | customers | monthly revenue on 2025-09-30 and 2026-09-30; the last four columns must be filled |
| \`debriefs.csv\` | Google Sheets | interviews | lost deals and lost customers |

Joins: account names are the same everywhere; \`Lead ID\` of an opportunity is the \`Record ID\` of the contact, and the day a contact became
a customer is the close date of its won deal; invoices, debriefs, activities and stage changes name the opportunity.

## What is planted

**target-hit-nps-low: problem.** ${hits} of 12 reps hit their quota. ${pushy} does with ${percent(rep.attainment)} and an NPS of
${points(rep)} (${rep.n} answers; the rest of the company ${rest(rep)}). Harbor Pay does with ${percent(product.attainment)} and ${points(product)} (${product.n}
answers; the rest ${rest(product)}). Nobody else stands out; ${pushy}'s team misses its target. A rep's largest deal of the quarter is
adjusted so that the attainments below hold to the cent; team, product and company targets are what was booked, divided by the plan
and rounded to 500 dollars.

${targetTable(truth)}

**funnel-outpaces-conversion: problem.** Leads grow by 4 % a month for 24 months, from ${first?.leads} to ${funnel.at(-1)?.leads}. The share that converts
within 90 days is planned to fall by 48 %, evenly, from 7.2 % (seen: ${rate(first)} in ${first?.month}, ${rate(last)} in ${last?.month}). Lags run from
6 to 89 days with a median of 33; 5 % more convert later.

**lost-reasons: problem.** ${reasons.lostDeals} lost deals, ${reasons.administrative} of them no losses (duplicate, test, invalid number); ${percent(reasons.coverage, 1)} of the others have a reason,
the rest is blank, \`Other\` or \`N/A\`. Nine reasons in up to eight spellings each (case, punctuation, word order, one typing error) and
four texts that occur once. Number one is \`Price too high\` (${reasons.reasons['Price too high']}; the next has ${Object.values(reasons.reasons)[1]}). \`${risen}\` rose from
${share(reasons.before.reasons[risen] ?? 0, reasons.before.reasoned)} in 2026-Q2 to ${share(reasons.latest.reasons[risen] ?? 0, reasons.latest.reasoned)} in 2026-Q3. \`${lifted}\` belongs to the municipal
segment: ${share(municipal?.reasons[lifted] ?? 0, municipal?.reasoned ?? 1)} there, ${share((reasons.reasons[lifted] ?? 0) - (municipal?.reasons[lifted] ?? 0), reasons.withReason - (municipal?.reasoned ?? 0))} elsewhere. Reps, products and sources have no
favourite reason. ${reasons.churned.left} customers left; the ${reasons.churned.undone} whose sale was undone \`Never went live\`, most of them with Harbor Pay; the other reasons why customers
leave are spread evenly.

**stalled-deals: problem.** ${share(stalled.stalled, stalled.open)} open deals are older than ${stalled.olderThan} days; the others are at most 54 days old. They are spread
evenly over the reps.

**lost-not-revisited: problem.** Of the older half of the losses ${share(wonBack.older.wonBack, wonBack.older.losses)} came back, of the newer ${share(wonBack.newer.wonBack, wonBack.newer.losses)}, within 168
days (\`Reopened From\` names the lost deal).

**missing-debriefs: problem.** ${share(debriefs.debriefedDeals, debriefs.lostDeals)} lost deals and ${share(debriefs.debriefedCustomers, debriefs.lostCustomers)} lost customers were asked. Of ${debriefs.debriefs} debriefs ${debriefs.sameDay} took
place on the day of the loss, ${debriefs.longerThan30Minutes} took longer than 30 minutes, ${debriefs.heldByOwner} were held by the owner of the deal or customer.

**paid-before-confirmed: problem.** ${share(incentives.paidBeforeConfirmation, incentives.incentivesPaid)} incentives were paid before the customer confirmed; ${incentives.onInvoicesTakenBack.invoices} of them on invoices that
were credited or cancelled later (${money(incentives.onInvoicesTakenBack.amount)}), ${incentives.onInvoicesNotConfirmed.invoices} on invoices not confirmed so far (${money(incentives.onInvoicesNotConfirmed.amount)}). Customers whose
incentive was paid early score lower.

**acquisition-over-retention: problem.** Of ${year?.customersAtStart} customers on 2025-09-30, ${year?.leftWithinTheYear} left within the year: GRR ${percent(year?.grr ?? 0, 1)}, NRR
${percent(year?.nrr ?? 0, 1)}. Incentives are paid on new business and expansion (${money(incentives.onNewAndExpansion)}), ${money(incentives.onRenewals)} on renewals.

**journey-gap: problem.** ${journey.touchpointAnswers} touchpoint answers average ${rounded(journey.touchpointMean).toFixed(1)} of 100, ${journey.journeyAnswers} answers about the whole relationship ${rounded(journey.journeyMean).toFixed(1)};
${journey.customersWithBoth} customers gave both.

**product-mix-drift: problem.** Won deals by product, 2026-Q2: ${list(mix.before.won)}; 2026-Q3: ${list(mix.latest.won)}. Harbor Pay is pushed,
hits its target and disappoints; the sales that were taken back are Harbor Pay first of all.

**premature-proposal: watch.** ${proposals.beforeDiscovery.deals} of ${proposals.beforeDiscovery.deals + proposals.afterDiscovery.deals} deals with a proposal had it within a day of their creation, before discovery or without any; of those ${share(proposals.beforeDiscovery.won, proposals.beforeDiscovery.deals)}
were won so far, of the others ${share(proposals.afterDiscovery.won, proposals.afterDiscovery.deals)}. In the others the proposal follows discovery by 8 days or more.

**incomplete-onboarding: problem.** ${share(onboarding.withMissingFields, onboarding.customers)} customers lack one or two of billing contact, tax ID, payment details and
signed order form. They take about 47 days to the first use, the others 17, and score lower.

**missing-follow-up: problem.** Of ${followUp.wonDeals} won deals ${followUp.contactedWithin30Days} were contacted within 30 days, ${followUp.neverContacted} never; those not contacted score lower.
`
}

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, won]) => `${name} ${won}`)
    .join(', ')
