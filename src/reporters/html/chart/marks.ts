// The shapes of values: a circle, a diamond where there is a problem, a triangle to watch; a whisker for an interval. They are markers,
// defined once per page: what a picture holds of them is where they are.
import { symbol, symbolDiamond2, symbolTriangle, type SymbolType } from 'd3-shape'
import type { Verdict } from '../../../report/index.ts'
import { markup, type Markup } from '../markup.ts'
import type { Mark } from './drawing.ts'
import { place, type Scale } from './scale.ts'

const shape = (type: SymbolType, size: number): Markup =>
  markup`<path d="${symbol(type, size).digits(1)() ?? ''}"/>`
const circle = (radius: number): Markup => markup`<circle r="${radius}"/>`
const capAcross = markup`<path d="M0-3.5v7"/>`
const capUp = markup`<path d="M-3,0h6"/>`

/** By the id of the marker: the class that gives its looks, and its shape. The style sheet says which kind of mark ends in which. */
const markers: readonly (readonly [string, string, Markup])[] = [
  ['dot', 'dot', circle(4.5)],
  ['dot-small', 'dot', circle(3)],
  ['dot-hollow', 'dot hollow', circle(4.5)],
  ['dot-hollow-small', 'dot hollow', circle(3)],
  ['dot-problem', 'dot problem', shape(symbolDiamond2, 110)],
  ['dot-watch', 'dot watch', shape(symbolTriangle, 80)],
  ...[['', capAcross] as const, ['-up', capUp] as const].flatMap(([way, cap]) =>
    ['whisker', 'halo', 'halo problem', 'halo watch'].map(
      (kind) => [`${kind.replace(' ', '-')}${way}`, kind, cap] as const,
    ),
  ),
]

/** For the one hidden picture of the page that holds what others refer to. */
export const markerShapes: Markup = markup`${markers.map(
  ([id, kind, drawn]) =>
    markup`<marker id="${id}" markerUnits="userSpaceOnUse"><g class="${kind}">${drawn}</g></marker>\n`,
)}`

/** Marks of a row that stands out have its verdict beside their kind. */
export const ofVerdict = (kind: string, verdict: Verdict | null): string =>
  verdict === null ? kind : `${kind} ${verdict}`

export function dot(
  x: number,
  y: number,
  verdict: Verdict | null,
  { hollow = false, small = false }: { hollow?: boolean; small?: boolean } = {},
): Mark {
  const looks = [...(hollow ? ['hollow'] : []), ...(small ? ['small'] : [])].join(' ')
  const kind = ofVerdict('at', verdict)
  return { kind: looks === '' ? kind : `${kind} ${looks}`, path: `M${place(x)},${place(y)}h0` }
}

/** Drawn twice, the wide stroke behind it in the colour of the ground, so that it is seen on a bar as well. */
const twice = (path: string, way: string, verdict: Verdict | null): Mark[] => [
  { kind: ofVerdict(`halo${way}`, verdict), path },
  { kind: ofVerdict(`whisker${way}`, verdict), path },
]

const rounded = (value: number): number => Math.round(value * 10) / 10

/** From `lower` to `upper` at height y. */
export function whiskerAcross(
  scale: Scale,
  [lower, upper]: readonly [number, number],
  y: number,
  verdict: Verdict | null,
): Mark[] {
  const [from, to] = [rounded(scale.at(lower)), rounded(scale.at(upper))]
  return twice(`M${place(from)},${place(y)}h${place(to - from)}`, '', verdict)
}

/** From `lower` to `upper` at x, upright. */
export function whiskerUp(scale: Scale, [lower, upper]: readonly [number, number], x: number): Mark[] {
  const [from, to] = [rounded(scale.at(lower)), rounded(scale.at(upper))]
  return twice(`M${place(x)},${place(from)}v${place(to - from)}`, ' up', null)
}
