// Debriefs of losses, and the moves of deals through their stages.
import { workday } from '../days.ts'
import { at, random, type Random } from '../random.ts'
import type { Plan } from './plan.ts'
import { numbered, type Customer, type Deal, type Interview, type StageMove } from './world.ts'

export function makeInterviews(
  plan: Plan,
  lost: readonly Deal[],
  customers: readonly Customer[],
): readonly Interview[] {
  const source = random(plan.seed, 'interviews')
  const real = lost.filter((one) => !one.administrative && (one.closed ?? 0) < plan.asOf - 12)
  const gone = customers.filter((one) => one.ended !== null && one.ended < plan.asOf - 12)
  const subjects = [
    ...source.shuffle(real).slice(0, Math.round(real.length * plan.debriefs.lost)),
    ...source.shuffle(gone).slice(0, Math.round(gone.length * plan.debriefs.churned)),
  ]
  const flags = (share: number): boolean[] => {
    const count = Math.round(subjects.length * share)
    return source.shuffle(subjects.map((_, index) => index < count))
  }
  const [sameDay, long, byOwner] = [
    flags(plan.debriefs.sameDay),
    flags(plan.debriefs.long),
    flags(plan.debriefs.byOwner),
  ]
  const list = subjects.map((subject, index) => {
    const on = 'closed' in subject ? (subject.closed ?? 0) : (subject.ended ?? 0)
    const same = at(sameDay, index)
    return {
      id: '',
      deal: 'closed' in subject ? subject : null,
      customer: 'closed' in subject ? null : subject,
      account: subject.account,
      day: same ? on : Math.min(plan.asOf, workday(on + source.int(4, 21))),
      minutes: at(long, index) ? 35 + 5 * source.int(0, 8) : 15 + source.int(0, 14),
      heldBy: at(byOwner, index) ? subject.rep.name : source.pick(plan.debriefs.interviewers),
      sameCall: same && source.chance(0.8),
      reason: told(plan, source, subject),
    }
  })
  list.sort((a, b) => a.day - b.day || (a.account < b.account ? -1 : 1))
  return numbered(list, (place) => `D-${String(101 + place)}`)
}

/** What the customer said: the reason on file, or another one. */
function told(plan: Plan, source: Random, subject: Deal | Customer): string {
  const reasons =
    'closed' in subject
      ? plan.deals.reasons.map((one) => one.name)
      : plan.customers.churnReasons.map((one) => one.item)
  const onFile = 'closed' in subject ? subject.reason : subject.churnReason
  const known = onFile !== null && reasons.includes(onFile) && onFile !== ''
  if (known && source.chance(plan.debriefs.agreeing)) return onFile
  return source.pick(reasons.filter((reason) => reason !== onFile && reason !== ''))
}

/** Moves of the deals created since the history was switched on; sets the stage of every deal. */
export function makeMoves(plan: Plan, deals: readonly Deal[]): StageMove[] {
  const source = random(plan.seed, 'stages')
  markPremature(plan, source, deals)
  const moves = deals.flatMap((one) => {
    const path = pathOf(plan, source, one)
    // A lost deal keeps the stage it was lost in.
    one.stage = path.at(one.status === 'lost' ? -2 : -1)?.to ?? plan.stages.names.first
    // Expansions and credits are booked by the back office and go through no stage.
    const staged = one.kind === 'new' || one.kind === 'win-back'
    return staged && one.created >= plan.stages.from ? path : []
  })
  return moves.sort((a, b) => a.day - b.day || (a.deal.id < b.deal.id ? -1 : a.deal.id > b.deal.id ? 1 : 0))
}

function markPremature(plan: Plan, source: Random, deals: readonly Deal[]): void {
  for (const status of ['won', 'lost', 'open'] as const) {
    const group = deals.filter(
      (one) => one.status === status && one.kind === 'new' && one.created >= plan.stages.from,
    )
    const count = Math.round(group.length * plan.stages.premature[status])
    for (const one of source.shuffle(group).slice(0, count)) one.premature = true
  }
}

/** Stages in order with the days after creation: a hasty deal starts with the proposal. */
function stepsOf(plan: Plan, source: Random, one: Deal): (readonly [string, number])[] {
  const { discovery, proposal, negotiation } = plan.stages.names
  const end = one.closed ?? plan.asOf
  const length =
    one.status === 'open' ? Math.max(14, Math.min(45, end - one.created + 10)) : end - one.created
  const found = source.int(1, 3)
  const offered = Math.max(found + 8, Math.round(length * (0.35 + 0.3 * source.next())))
  const talked = Math.max(offered + 1, Math.round(length * 0.85))
  if (!one.premature)
    return [
      [discovery, found],
      [proposal, offered],
      [negotiation, talked],
    ]
  const caughtUp = source.chance(0.5) ? [[discovery, source.int(6, 14)] as const] : []
  return [[proposal, source.int(0, 1)], ...caughtUp, [negotiation, Math.max(15, talked)]]
}

function pathOf(plan: Plan, source: Random, one: Deal): StageMove[] {
  const { first, won, lost } = plan.stages.names
  const end = one.closed ?? plan.asOf
  const steps = stepsOf(plan, source, one)
  const reached =
    one.status === 'lost' && !source.chance(0.3) ? (one.premature || source.chance(0.65) ? 2 : 1) : 3
  const path: StageMove[] = []
  let from = first
  for (const [to, offset] of steps.slice(0, reached)) {
    const day = one.created + offset
    if (day > end) break
    path.push({ deal: one, from, to, day })
    from = to
  }
  if (one.closed !== null)
    path.push({ deal: one, from, to: one.status === 'won' ? won : lost, day: one.closed })
  return path
}
