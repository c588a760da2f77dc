// Harborline: its reps, products, customers' names and what customers write.
import { at } from '../random.ts'
import type { Mood, Product, Rep } from '../simulate/world.ts'

const managers: Readonly<Record<string, readonly [string, string]>> = {
  Atlantic: ['Ruth Callaghan', 'US East'],
  'Gulf and Lakes': ['Tomas Ibarra', 'US Central'],
  Pacific: ['Grace Oyelaran', 'US West'],
}

/** The rep with the planted fault. */
export const pushy = 'Corinne Vasher'

const names: readonly (readonly [string, string, number])[] = [
  ['Adaeze Nwosu', 'Atlantic', 1],
  ['Ben Sorrell', 'Atlantic', 1],
  ['Hannah Brook', 'Atlantic', 1],
  ['Luis Carmona', 'Atlantic', 1],
  [pushy, 'Gulf and Lakes', 2.3],
  ['Derek Mullins', 'Gulf and Lakes', 1],
  ['Farah Siddiqui', 'Gulf and Lakes', 1],
  ['Joanna Petrak', 'Gulf and Lakes', 1],
  ['Ken Ishida', 'Pacific', 1],
  ['Maya Lindqvist', 'Pacific', 1],
  ['Owen Tremblay', 'Pacific', 1],
  ['Sofia Marchetti', 'Pacific', 1],
]

export const reps: readonly Rep[] = names.map(([name, team, weight], index) => {
  const [manager, region] = managers[team] ?? ['', '']
  const [first = '', last = ''] = name.toLowerCase().split(' ')
  const email = `${first}.${last}@harborline.example`
  const id = `0058c00000B${'kqTxWz'.charAt(index % 6)}${String(104 + index * 7)}`
  return { id, name, email, team, manager, region, currency: 'USD', weight }
})

export const products: readonly Product[] = [
  { name: 'Berth Planner', price: 1_140_000 },
  { name: 'Slipway', price: 840_000 },
  { name: 'Tidewatch', price: 540_000 },
  { name: 'Crew Desk', price: 660_000 },
  { name: 'Harbor Pay', price: 960_000 },
]

const shores = [
  'Gull',
  'Osprey',
  'Heron',
  'Copper',
  'Cedar',
  'Willow',
  'Salt',
  'Amber',
  'Pelican',
  'Tern',
  'Otter',
  'Marlin',
  'Juniper',
]
const waters = ['Point', 'Bay', 'Cove', 'Landing', 'Reach', 'Inlet', 'Island', 'Creek']
const kinds: Readonly<Record<string, readonly string[]>> = {
  'Single-site': [
    'Marina',
    'Yacht Club',
    'Boatyard',
    'Docks',
    'Sailing Center',
    'Boat Works',
    'Boat Basin',
    'Yacht Harbor',
    'Anchorage',
    'Moorings',
    'Boat Club',
    'Wharf',
  ],
  'Multi-site': ['Marinas', 'Yacht Clubs', 'Boatyards', 'Dock Network', 'Marine Centers', 'Harbors'],
  Municipal: ['Port Authority', 'Harbor Department', 'Town Docks', 'Public Marina'],
}

/** Every name of a segment once, in an order that mixes shores and kinds. */
export function account(segment: string, index: number): string {
  const words = kinds[segment] ?? []
  const total = shores.length * waters.length * words.length
  if (index >= total) throw new RangeError(`no more names for ${segment}`)
  const place = (index * 389 + 17) % total
  const shore = at(shores, Math.floor(place / (waters.length * words.length)))
  const water = at(waters, Math.floor(place / words.length) % waters.length)
  return `${shore} ${water} ${at(words, place % words.length)}`
}

const usual: Readonly<Record<Mood, readonly string[]>> = {
  promoter: [
    'Dock assignments take us half the time now',
    'Support answers within the hour, even on a Saturday',
    'The season opening was the calmest in years',
    'Easy to learn, our summer staff just use it',
  ],
  passive: [
    'Does what we bought it for',
    'Good, but the reports could be faster',
    'Fine so far, we have not used the mobile view yet',
  ],
  detractor: [
    'Still waiting for the import of our old berth list',
    'Too many clicks for a simple reservation',
    'We were left alone after signing,\nnobody called',
  ],
}
const promised = [
  'We were told the accounting sync was included. It is not.',
  'Sold us three sites, we needed one',
  'Ms. Vasher said "live in a week"; it took nine',
  'Pushed to sign before the end of the quarter, never heard from her again',
]
const payouts = [
  'Payouts arrive days late in high season',
  'Fees are higher than on the quote',
  'Card terminals were shipped to the wrong dock',
]

export function comments(mood: Mood, rep: Rep, product: Product): readonly string[] {
  if (mood !== 'detractor') return usual[mood]
  if (rep.name === pushy) return promised
  return product.name === 'Harbor Pay' ? payouts : usual.detractor
}
