// The shapes of values: a circle, a diamond where there is a problem, a triangle to watch; a whisker for an interval.
import { symbol, symbolDiamond2, symbolTriangle, type SymbolType } from 'd3-shape'
import type { Verdict } from '../../../report/index.ts'
import { markup, type Markup } from '../markup.ts'
import { place, type Scale } from './scale.ts'

const path = (type: SymbolType, size: number): string => symbol(type, size).digits(1)() ?? ''
const shapes = { problem: path(symbolDiamond2, 110), watch: path(symbolTriangle, 80) }

export function dot(
  x: number,
  y: number,
  verdict: Verdict | null,
  { hollow = false, radius = 4.5 }: { hollow?: boolean; radius?: number } = {},
): Markup {
  if (verdict === null)
    return markup`<circle class="${hollow ? 'dot hollow' : 'dot'}" cx="${place(x)}" cy="${place(y)}" r="${radius}"/>`
  return markup`<path class="dot" transform="translate(${place(x)},${place(y)})" d="${shapes[verdict]}"/>`
}

/** Drawn twice, the wide stroke behind it in the colour of the ground, so that it is seen on a bar as well. */
function twice(d: string): Markup {
  return markup`<path class="halo" d="${d}"/><path class="whisker" d="${d}"/>`
}

/** From `lower` to `upper` at height y. */
export const whiskerAcross = (scale: Scale, lower: number, upper: number, y: number): Markup => {
  const [from, to] = [place(scale.at(lower)), place(scale.at(upper))]
  const [top, height] = [place(y - 3.5), '7']
  return twice(`M${from},${place(y)}H${to}M${from},${top}v${height}M${to},${top}v${height}`)
}

/** From `lower` to `upper` at x, upright. */
export const whiskerUp = (scale: Scale, lower: number, upper: number, x: number): Markup => {
  const [from, to] = [place(scale.at(lower)), place(scale.at(upper))]
  const left = place(x - 3)
  return twice(`M${place(x)},${from}V${to}M${left},${from}h6M${left},${to}h6`)
}
