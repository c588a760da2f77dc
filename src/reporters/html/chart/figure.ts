// The picture of a table: inline SVG, once for a page and once for a phone, with one title and description that both are named by.
import type { Chart, Table } from '../../../report/index.ts'
import { markup, nothing, type Markup } from '../markup.ts'
import { drawPeriods } from './draw-periods.ts'
import { drawRows } from './draw-rows.ts'
import { sheet, type Drawing, type Size } from './drawing.ts'
import { periodPicture } from './period-picture.ts'
import { rowPicture, type Named } from './row-picture.ts'

const sizes: readonly Size[] = ['wide', 'narrow']

function svg({ width, height, ground, marks }: Drawing, chart: Chart, size: Size, id: string): Markup {
  const words =
    size === 'wide'
      ? markup`<title id="${id}t">${chart.title}</title><desc id="${id}d">${chart.description}</desc>`
      : nothing
  return markup`<svg class="pic ${size}" role="img" aria-labelledby="${id}t ${id}d" viewBox="0 0 ${width} ${Math.ceil(height)}">${words}${ground}${sheet(marks)}</svg>`
}

/** The picture and what to know when reading it, or null where a table has no chart or too little to draw. `id`: unique on the page. */
export function figure(table: Table, named: Named, id: string): Markup | null {
  const { chart } = table
  if (chart === undefined) return null
  if (chart.kind === 'lines') {
    const picture = periodPicture(table, chart)
    if (picture === null) return null
    const open = picture.provisional.some((flag) => flag)
    const key = open
      ? markup`<p class="key">Hollow, on hatched ground: ${picture.provisionalLabel.toLowerCase()}.</p>`
      : nothing
    return markup`${sizes.map((size) => svg(drawPeriods(picture, size), chart, size, id))}${key}`
  }
  const picture = rowPicture(table, chart, named)
  if (picture === null) return null
  const left = picture.left > 0 ? markup`<p class="key">${picture.left} more in the table.</p>` : nothing
  return markup`${sizes.map((size) => svg(drawRows(picture, size), chart, size, id))}${left}`
}
