// The picture of a table: inline SVG with title and description, once for a page and once for a phone.
import type { Chart, Table } from '../../../report/index.ts'
import { markup, nothing, type Markup } from '../markup.ts'
import { drawPeriods } from './draw-periods.ts'
import { drawRows } from './draw-rows.ts'
import type { Drawing, Size } from './drawing.ts'
import { periodPicture } from './period-picture.ts'
import { rowPicture, type Named } from './row-picture.ts'

const sizes: readonly Size[] = ['wide', 'narrow']

function svg({ width, height, body }: Drawing, chart: Chart, size: Size, id: string): Markup {
  return markup`<svg class="pic ${size}" role="img" aria-labelledby="${id}t ${id}d" viewBox="0 0 ${width} ${Math.ceil(height)}"><title id="${id}t">${chart.title}</title><desc id="${id}d">${chart.description}</desc>${body}</svg>`
}

/** The picture and what to know when reading it, or null where a table has no chart or too little to draw. `id`: unique on the page. */
export function figure(table: Table, named: Named, id: string): Markup | null {
  const { chart } = table
  if (chart === undefined) return null
  const own = (size: Size): string => `${id}${size.slice(0, 1)}`
  if (chart.kind === 'lines') {
    const picture = periodPicture(table, chart)
    if (picture === null) return null
    const open = picture.provisional.some((flag) => flag)
    const key = open
      ? markup`<p class="key">Hollow, on hatched ground: ${picture.provisionalLabel.toLowerCase()}.</p>`
      : nothing
    return markup`${sizes.map((size) => svg(drawPeriods(picture, size, `${own(size)}h`), chart, size, own(size)))}${key}`
  }
  const picture = rowPicture(table, chart, named)
  if (picture === null) return null
  const left = picture.left > 0 ? markup`<p class="key">${picture.left} more in the table.</p>` : nothing
  return markup`${sizes.map((size) => svg(drawRows(picture, size), chart, size, own(size)))}${left}`
}
