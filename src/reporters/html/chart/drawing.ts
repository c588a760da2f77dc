// What a drawing of a picture comes to, and the small pieces all drawings are made of.
import { markup, nothing, type Markup } from '../markup.ts'
import { place } from './scale.ts'

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly body: Markup
}

/** Pictures are laid out twice: for a page, and for a phone. Neither is scaled to where its text cannot be read. */
export const widths = { wide: 840, narrow: 360 } as const
export type Size = keyof typeof widths

export const text = (x: number, y: number, kind: string, words: string): Markup =>
  words === '' ? nothing : markup`<text class="${kind}" x="${place(x)}" y="${place(y)}">${words}</text>`

/** One path for all of them: a picture is mostly rules. */
export function rulesAcross(kind: string, x1: number, x2: number, ys: readonly number[]): Markup {
  return ys.length === 0
    ? nothing
    : markup`<path class="${kind}" d="${ys.map((y) => `M${place(x1)},${place(y)}H${place(x2)}`).join('')}"/>`
}

export function rulesUp(kind: string, xs: readonly number[], y1: number, y2: number): Markup {
  return xs.length === 0
    ? nothing
    : markup`<path class="${kind}" d="${xs.map((x) => `M${place(x)},${place(y1)}V${place(y2)}`).join('')}"/>`
}
