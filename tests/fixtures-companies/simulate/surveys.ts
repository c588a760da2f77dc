// Survey answers: the relationship survey each quarter, and short surveys after single touchpoints.
import { quarterDays, workday } from '../days.ts'
import { at, deal as dealOut, random, spread, type Random } from '../random.ts'
import type { Moods, Plan } from './plan.ts'
import { isActive, numbered, type Answer, type Customer, type Mood, type Rep } from './world.ts'

const scores: Readonly<Record<Mood, readonly number[]>> = {
  promoter: [9, 9, 10, 10, 9],
  passive: [7, 8, 8],
  detractor: [6, 5, 6, 4, 3, 6, 5, 2, 4, 0],
}

const shares = (moods: Moods): { item: Mood; weight: number }[] => [
  { item: 'detractor', weight: moods.detractor },
  { item: 'passive', weight: moods.passive },
  { item: 'promoter', weight: moods.promoter },
]

/** Gives every customer a mood and returns all answers, oldest first. */
export function makeAnswers(plan: Plan, customers: readonly Customer[]): readonly Answer[] {
  const source = random(plan.seed, 'surveys')
  const judged = plan.targets.quarter
  const asked = plan.reps.map((rep, index) => judgedCustomers(plan, source, customers, rep, index))
  giveMoods(plan, source, customers, asked)
  const answers = asked.flat().map((customer) => answer(plan, source, customer, judged, customer.mood))
  for (const [quarter, count] of plan.surveys.earlier) {
    const able = source.shuffle(customers).filter((one) => canAnswer(one, quarter))
    const moods = source.shuffle(able.slice(0, count))
    for (const customer of moods) answers.push(answer(plan, source, customer, quarter, customer.mood))
  }
  const touchpoints = touchpointAnswers(plan, source, answers)
  return number([...answers, ...touchpoints])
}

const canAnswer = (customer: Customer, quarter: string): boolean => {
  const { first, last } = quarterDays(quarter)
  return (
    customer.since <= last - 40 &&
    (customer.ended === null || customer.ended > last) &&
    isActive(customer, Math.max(first, customer.since))
  )
}

function judgedCustomers(
  plan: Plan,
  source: Random,
  customers: readonly Customer[],
  rep: Rep,
  index: number,
): Customer[] {
  const count = at(plan.surveys.answers, index)
  const able = source.shuffle(
    customers.filter((one) => one.rep === rep && canAnswer(one, plan.targets.quarter)),
  )
  const { featured } = plan.surveys
  const product = featured === null ? null : at(plan.products, featured.product)
  const special = able.filter((one) => one.product === product)
  const taken = special.slice(
    0,
    Math.min(featured?.most ?? 0, Math.round(special.length * (featured?.share ?? 0))),
  )
  const others = able.filter((one) => one.product !== product).slice(0, count - taken.length)
  if (taken.length + others.length < count)
    throw new Error(`${rep.name} has ${taken.length + others.length} customers to ask, ${count} planned`)
  return [...taken, ...others]
}

/** By product, then rep: moods spread along such a list favour neither. */
function order(a: Customer, b: Customer): number {
  const [left, right] = [a, b].map((one) => `${one.product.name}|${one.rep.name}|${one.account}`) as [
    string,
    string,
  ]
  return left < right ? -1 : left > right ? 1 : 0
}

function giveMoods(
  plan: Plan,
  source: Random,
  customers: readonly Customer[],
  asked: readonly Customer[][],
): void {
  const { exact, moods, owner, product } = plan.surveys
  const worst = owner === null ? null : at(plan.reps, owner.index)
  const weak = product === null ? null : at(plan.products, product.index)
  const group = (one: Customer): Moods =>
    owner !== null && one.rep === worst
      ? owner.moods
      : product !== null && one.product === weak
        ? product.moods
        : moods
  const first = new Set(asked.flat())
  const lists =
    exact === null
      ? [asked.flat(), customers.filter((one) => !first.has(one))]
      : [customers.filter((one) => !first.has(one))]
  for (const list of lists) {
    const groups = new Map<Moods, Customer[]>()
    for (const one of list) groups.set(group(one), [...(groups.get(group(one)) ?? []), one])
    for (const [weights, mixed] of groups) {
      const members = [...mixed].sort((a, b) => order(a, b))
      const given = spread(members.length, source.next(), shares(weights))
      for (const [index, one] of members.entries()) one.mood = at(given, index)
    }
  }
  if (exact === null) return
  for (const [index, members] of asked.entries()) {
    const deck = dealOut(source, members.length, shares(at(exact, index)))
    for (const [place, one] of members.entries()) one.mood = at(deck, place)
  }
}

function answer(plan: Plan, source: Random, customer: Customer, quarter: string, mood: Mood): Answer {
  const { first, last } = quarterDays(quarter)
  const from = Math.max(first + 20, customer.since + 21)
  const comments = plan.surveys.comments(mood, customer.rep, customer.product)
  return {
    id: '',
    customer,
    day: Math.max(from, workday(source.int(from, last))),
    minute: source.int(7 * 60, 20 * 60),
    score: source.pick(scores[mood]),
    comment: source.chance(0.3) ? source.pick(comments) : '',
    touchpoint: null,
  }
}

/** Each by a customer that rated the whole relationship later in the same quarter. */
function touchpointAnswers(plan: Plan, source: Random, answers: readonly Answer[]): Answer[] {
  return [...plan.surveys.touchpointAnswers].flatMap(([quarter, count]) => {
    const { first, last } = quarterDays(quarter)
    const able = source.shuffle(answers).filter((one) => one.day >= first + 6 && one.day <= last)
    const given = dealOut(source, count, plan.surveys.touchpointScores)
    const names = dealOut(
      source,
      count,
      plan.surveys.touchpoints.map((item) => ({ item, weight: 1 })),
    )
    return given.map((score, index) => {
      const journey = at(able, index)
      const from = Math.max(first, Math.min(journey.customer.since + 5, journey.day - 2))
      return {
        id: '',
        customer: journey.customer,
        day: source.int(from, journey.day - 1),
        minute: source.int(7 * 60, 20 * 60),
        score,
        comment: '',
        touchpoint: at(names, index),
      }
    })
  })
}

function number(answers: Answer[]): readonly Answer[] {
  answers.sort(
    (a, b) => a.day - b.day || a.minute - b.minute || (a.customer.account < b.customer.account ? -1 : 1),
  )
  let id = 58_211_400
  return numbered(answers, (place) => {
    id += 1 + (at(answers, place).minute % 37)
    return String(id)
  })
}
