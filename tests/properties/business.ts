// A small business drawn from a number: deals, leads, surveys and targets as tables of text, with enough rows for verdicts.
export type Table = readonly (readonly string[])[]

export interface Business {
  readonly deals: Table
  readonly leads: Table
  readonly surveys: Table
  readonly targets: Table
}

export interface Shape {
  readonly seed: number
  /** First year of the data; they cover two calendar years. */
  readonly year: number
  /** Multiplies every amount and target. */
  readonly scale: number
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const owners = ['Ann Lee', 'Bo Chen', 'Cleo Díaz', 'Dov Katz', 'Eva Braun-Weiß']
const reasons = [
  'Too expensive',
  'too expensive ',
  'No budget',
  'Competitor',
  'Missing feature: SSO',
  'Timing',
  '',
]
const accounts = Array.from({ length: 40 }, (_, at) => `Account ${String(at + 1).padStart(2, '0')}, Inc.`)
const pad = (value: number): string => String(value).padStart(2, '0')

export function businessOf({ seed, year, scale }: Shape): Business {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const day = (month: number): string =>
    `${year + Math.floor(month / 12)}-${pad((month % 12) + 1)}-${pad(1 + Math.floor(random() * 28))}`
  const money = (units: number): string => (units * scale).toFixed(2)
  const rude = Math.floor(random() * owners.length)

  const leads: string[][] = [['Lead ID', 'Create Date', 'Lead Source', 'Converted Date']]
  for (let month = 0; month < 24; month++) {
    const entrants = 14 + month + Math.floor(random() * 6)
    for (let at = 0; at < entrants; at++) {
      const converts = random() < 0.4 - month / 100
      leads.push([
        `L${leads.length}`,
        day(month),
        pick(['Web', 'Event']),
        converts ? day(Math.min(23, month + 1)) : '',
      ])
    }
  }
  const deals: string[][] = [
    ['Deal ID', 'Account Name', 'Owner', 'Stage', 'Created Date', 'Close Date', 'Amount', 'Loss Reason'],
  ]
  for (let at = 0; at < 420; at++) {
    const created = Math.floor(random() * 23)
    const owner = pick(owners)
    const won = random() < (owner === owners[rude] ? 0.7 : 0.4)
    const stage = random() < 0.1 ? 'Negotiation' : won ? 'Closed Won' : 'Closed Lost'
    deals.push([
      `D${at + 1}`,
      pick(accounts),
      owner,
      stage,
      day(created),
      stage === 'Negotiation' ? '' : day(created + 1),
      money(500 + Math.floor(random() * 4000)),
      stage === 'Closed Lost' ? pick(reasons) : '',
    ])
  }
  const surveys: string[][] = [['Response ID', 'Account Name', 'Owner', 'Response Date', 'NPS Score']]
  for (let at = 0; at < 500; at++) {
    const owner = pick(owners)
    const score = owner === owners[rude] ? Math.floor(random() * 8) : 6 + Math.floor(random() * 5)
    surveys.push([`R${at + 1}`, pick(accounts), owner, day(Math.floor(random() * 24)), String(score)])
  }
  const targets: string[][] = [['Level', 'Name', 'Period', 'Target']]
  for (let quarter = 0; quarter < 8; quarter++)
    for (const owner of owners)
      targets.push(['owner', owner, `${year + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`, money(9000)])
  return { deals, leads, surveys, targets }
}
