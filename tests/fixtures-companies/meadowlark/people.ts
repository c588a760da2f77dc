// Meadowlark: its reps, products, customers' names and what customers write.
import { at } from '../random.ts'
import type { Mood, Product, Rep } from '../simulate/world.ts'

const offices: Readonly<Record<string, readonly [manager: string, region: string, currency: string]>> = {
  Ghent: ['Lotte Verhaegen', 'Belgium', 'EUR'],
  Utrecht: ['Joris van Dalen', 'Netherlands', 'EUR'],
  Lyon: ['Amélie Roussel', 'France', 'EUR'],
  Leeds: ['Fiona Haddow', 'United Kingdom', 'GBP'],
}

const names: readonly (readonly [string, string])[] = [
  ['Bram Claes', 'Ghent'],
  ['Eva Maertens', 'Ghent'],
  ['Jef Willems', 'Ghent'],
  ['Nora Peeters', 'Ghent'],
  ['Tibo Lambrecht', 'Ghent'],
  ['Yasmine Aoulad', 'Ghent'],
  ['Anouk de Wit', 'Utrecht'],
  ['Daan Postma', 'Utrecht'],
  ['Femke Bos', 'Utrecht'],
  ['Ruben Smit', 'Utrecht'],
  ['Sanne Kuipers', 'Utrecht'],
  ['Baptiste Morel', 'Lyon'],
  ['Chloé Garnier', 'Lyon'],
  ['Hugo Lefèvre', 'Lyon'],
  ['Inès Bouchard', 'Lyon'],
  ['Théo Marchand', 'Lyon'],
  ['Callum Reid', 'Leeds'],
  ['Georgia Nash', 'Leeds'],
  ['Harriet Cole', 'Leeds'],
  ['Imran Qureshi', 'Leeds'],
]

export const reps: readonly Rep[] = names.map(([name, team], index) => {
  const [manager = '', region = '', currency = ''] = offices[team] ?? []
  const ascii = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')
  return {
    id: String(11_800_412 + index * 31),
    name,
    email: `${ascii}@meadowlark.example`,
    team,
    manager,
    region,
    currency,
    weight: 1,
  }
})

export const products: readonly Product[] = [
  { name: 'Loam Probe', price: 624_000 },
  { name: 'Canopy Station', price: 984_000 },
  { name: 'FieldBook', price: 348_000 },
  { name: 'Frost Sentinel', price: 792_000 },
]

const beginnings = [
  'Ver',
  'Bel',
  'Clair',
  'Haute',
  'Lange',
  'Ooster',
  'Thorn',
  'Ash',
  'Mar',
  'Gren',
  'Cham',
  'Beau',
  'Wester',
  'Hol',
  'Péri',
  'Crê',
  'Nieuw',
]
const endings = [
  'mont',
  'court',
  'bois',
  'fontaine',
  'brook',
  'dale',
  'veld',
  'beek',
  'hoven',
  'ville',
  'wick',
]
const kinds: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Vineyard: [
    ['Domaine de ', ''],
    ['Château ', ''],
    ['', ' Vineyard'],
    ['Clos ', ''],
  ],
  Arable: [
    ['', ' Farm'],
    ['Ferme de ', ''],
    ['Hoeve ', ''],
    ['', ' Estate'],
  ],
  Greenhouse: [
    ['', ' Glasshouses'],
    ['Serres de ', ''],
    ['Kwekerij ', ''],
    ['', ' Nursery'],
  ],
}

/** Every name of a segment once, in an order that mixes places and kinds. */
export function account(segment: string, index: number): string {
  const frames = kinds[segment] ?? []
  const total = beginnings.length * endings.length * frames.length
  if (index >= total) throw new RangeError(`no more names for ${segment}`)
  const place = (index * 277 + 41) % total
  const [before, after] = at(frames, place % frames.length)
  const ending = at(endings, Math.floor(place / frames.length) % endings.length)
  return before + at(beginnings, Math.floor(place / (frames.length * endings.length))) + ending + after
}

const texts: Readonly<Record<Mood, readonly string[]>> = {
  promoter: [
    'Saved two irrigation rounds in June',
    'The frost alarm paid for itself in one night',
    'Our agronomist finally trusts the numbers',
    'Installed before lunch, working after it',
  ],
  passive: [
    'Good sensors, the app could be simpler',
    'Works; the batteries last less than promised',
    'No complaints',
  ],
  detractor: [
    'Two probes lost contact during harvest',
    'The map does not show our plots, "only" the parcels',
    'Repair took three weeks',
  ],
}

export const comments = (mood: Mood): readonly string[] => texts[mood]
