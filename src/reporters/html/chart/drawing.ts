// What a drawing of a picture comes to, and the small pieces all drawings are made of.
import { markup, nothing, type Markup } from '../markup.ts'
import { place } from './scale.ts'

/** A path, or an element that takes its looks from the group it stands in. `kind`: the classes that give the looks. */
export type Mark =
  | { readonly kind: string; readonly path: string }
  | { readonly kind: string; readonly element: Markup }

export interface Drawing {
  readonly width: number
  readonly height: number
  /** Definitions, and what a pointer rests on: below all marks. */
  readonly ground: Markup
  readonly marks: readonly Mark[]
}

/** Pictures are laid out twice: for a page, and for a phone. Neither is scaled to where its text cannot be read. */
export const widths = { wide: 840, narrow: 360 } as const
export type Size = keyof typeof widths

/** All marks of a kind are one path or one group, where its first mark stands: class names on every mark would be a third of the file. */
export function sheet(marks: readonly Mark[]): Markup {
  const layers = new Map<string, { path: string; readonly elements: Markup[] }>()
  for (const mark of marks) {
    const layer = layers.get(mark.kind) ?? { path: '', elements: [] }
    layers.set(mark.kind, layer)
    if ('path' in mark) layer.path += mark.path
    else layer.elements.push(mark.element)
  }
  const drawn = [...layers].map(
    ([kind, { path, elements }]) =>
      markup`${path === '' ? nothing : markup`<path class="${kind}" d="${path}"/>`}${elements.length === 0 ? nothing : markup`<g class="${kind}">${elements}</g>`}`,
  )
  return markup`${drawn}`
}

export const text = (x: number, y: number, kind: string, words: string): Mark[] =>
  words === ''
    ? []
    : [{ kind, element: markup`<text x="${Math.round(x)}" y="${Math.round(y)}">${words}</text>` }]

export const box = (x: number, y: number, width: number, height: number): string => {
  const across = place(width)
  return `M${place(x)},${place(y)}h${across}v${place(height)}h-${across}z`
}

export const rulesAcross = (kind: string, x1: number, x2: number, ys: readonly number[]): Mark[] =>
  ys.map((y) => ({ kind, path: `M${place(x1)},${place(y)}H${place(x2)}` }))

export const rulesUp = (kind: string, xs: readonly number[], y1: number, y2: number): Mark[] =>
  xs.map((x) => ({ kind, path: `M${place(x)},${place(y1)}V${place(y2)}` }))
