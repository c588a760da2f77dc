// Lays a row picture out: names on the left and panels beside each other on a page; the name above its marks on a phone.
import { markup, nothing, type Markup } from '../markup.ts'
import { outcomeWords } from '../verdict.ts'
import { box, rulesAcross, text, widths, type Drawing, type Mark, type Size } from './drawing.ts'
import { labelLines, oneLine, textWidth } from './labels.ts'
import { ofVerdict } from './marks.ts'
import {
  panelGround,
  panelMarks,
  placePanel,
  stepLine,
  type PlacedPanel,
  type PlacedRow,
} from './row-panel.ts'
import type { Panel, RowPicture } from './row-picture.ts'

const gap = 22
/** A page has this much room for what adds up. */
const stepsWidth = 150
const lineHeight = 15
const headHeight = 42
/** On a phone the heading of the numbers has a line of its own. */
const extraHead = 17
const weights = { bars: 2, dots: 3, steps: 1.4 } as const

interface NumberColumn {
  readonly heading: string
  readonly cells: readonly string[]
  /** Numbers end here. */
  readonly right: number
  /** Beside the marks of a row that has its name above them. */
  readonly low?: boolean
}

interface Layout {
  readonly picture: RowPicture
  readonly width: number
  readonly labels: readonly (readonly string[])[]
  readonly rows: readonly (PlacedRow & { readonly height: number })[]
  readonly panels: readonly PlacedPanel[]
  readonly numbers: readonly NumberColumn[]
  readonly bottom: number
}

const widest = (words: readonly string[]): number =>
  words.reduce((most, word) => Math.max(most, textWidth(word)), 0)

function share(panels: readonly Panel[], left: number, right: number): [number, number][] {
  const total = panels.reduce((sum, { shape }) => sum + weights[shape], 0)
  const room = right - left - gap * (panels.length - 1)
  let start = left
  return panels.map(({ shape }) => {
    const end = start + (room * weights[shape]) / total
    const place: [number, number] = [start, end]
    start = end + gap
    return place
  })
}

// Bars say their own value unless the numbers beside the picture do.
const isWritten = ({ shape, series }: Panel, { texts }: RowPicture): boolean =>
  shape === 'bars' && texts[0]?.column.id !== series.column.id

const placePanels = (
  panels: readonly Panel[],
  places: readonly (readonly [number, number])[],
  picture: RowPicture,
): PlacedPanel[] =>
  panels.map((panel, index) => {
    const [from, to] = places[index] ?? [0, 0]
    return placePanel(panel, from, to, isWritten(panel, picture))
  })

/** Rows below each other; `low`: marks at the foot of the row, below its name. */
function stack(
  labels: readonly (readonly string[])[],
  { start, spare, least, low }: { start: number; spare: number; least: number; low: boolean },
): Layout['rows'] {
  let top = start
  return labels.map((lines) => {
    const height = Math.max(least, lines.length * lineHeight + spare)
    const row = { top, height, middle: low ? top + height - 14 : top + height / 2 }
    top += height
    return row
  })
}

/** Names, panels, numbers, and at the right edge what adds up. */
function wide(picture: RowPicture): Layout {
  const width = widths.wide
  const labelWidth = Math.min(230, Math.max(80, widest(picture.labels), textWidth(picture.heading))) + 8
  const labels = picture.labels.map((label) => labelLines(label, labelWidth - 8, 2))
  const loud = picture.verdicts.some((verdict) => verdict !== null)
  const verdicts = picture.verdicts.map((verdict) => (verdict === null ? '' : outcomeWords[verdict]))
  const columns = [
    ...picture.texts.map((series) => ({ heading: series.label, cells: series.texts })),
    ...(loud ? [{ heading: 'Verdict', cells: verdicts }] : []),
  ]
  const last = picture.panels.filter(({ shape }) => shape === 'steps')
  const first = picture.panels.filter(({ shape }) => shape !== 'steps')
  let right = width - 4 - last.length * (stepsWidth + gap)
  const numbers = columns
    .toReversed()
    .map(({ heading, cells }) => {
      const column = { heading, cells, right }
      right -= Math.max(widest(cells), textWidth(heading)) + gap
      return column
    })
    .toReversed()
  const places = share(first, labelWidth + 14, right)
  return {
    picture,
    width,
    labels,
    numbers,
    panels: [
      ...placePanels(first, places, picture),
      ...placePanels(last, share(last, width - 4 - stepsWidth, width - 4), picture),
    ],
    ...end(stack(labels, { start: headHeight, spare: 10, least: 25, low: false })),
  }
}

const end = (rows: Layout['rows']): Pick<Layout, 'rows' | 'bottom'> => {
  const last = rows.at(-1)
  return { rows, bottom: last === undefined ? headHeight : last.top + last.height }
}

const withCount = (words: string, counted: string | undefined): string =>
  counted === undefined ? words : `${words} (${counted})`

function narrow(picture: RowPicture): Layout {
  const width = widths.narrow
  const [value, ...others] = picture.texts
  // A count goes in brackets behind the value; for more there is no room.
  const count = others.length === 1 && others[0]?.column.type === 'count' ? others[0] : undefined
  const cells = (value?.texts ?? []).map((words, index) => withCount(words, count?.texts[index]))
  const heading = value === undefined ? '' : withCount(value.label, count?.label)
  const room = width - widest(cells) - 28
  const labels = picture.labels.map((label, index) => {
    const verdict = picture.verdicts[index] ?? null
    return labelLines(verdict === null ? label : `${label} – ${outcomeWords[verdict]}`, room, 2)
  })
  // What adds up is a number under the value: a line would run through the names.
  const sums = picture.panels
    .filter(({ shape }) => shape === 'steps')
    .map(({ series }) => ({ heading: series.label, cells: series.texts, right: width - 4, low: true }))
  const drawn = picture.panels.filter(({ shape }) => shape !== 'steps')
  const right = width - 4 - sums.reduce((most, sum) => Math.max(most, textWidth(sum.heading) + 8), 0)
  const places = share(drawn, 12, right)
  const rows = stack(labels, { start: headHeight + extraHead, spare: 32, least: 0, low: true })
  return {
    picture,
    width,
    labels,
    numbers: [{ heading, cells, right: width - 4 }, ...sums],
    panels: placePanels(drawn, places, picture),
    ...end(rows),
  }
}

/** What a pointer over a row shows: its values with the intervals, which are drawn and not written. */
function hover({ labels, panels }: RowPicture, index: number): string {
  const interval = ({ lower, upper }: Panel): string => {
    const [from, to] = [lower?.texts[index], upper?.texts[index]]
    return from === undefined || to === undefined || lower?.values[index] === null
      ? ''
      : ` (${from} to ${to})`
  }
  const parts = panels.map(
    (panel) => `${panel.series.label} ${panel.series.texts[index] ?? ''}${interval(panel)}`,
  )
  return `${labels[index] ?? ''}: ${parts.join(', ')}`
}

function rowMarks({ picture, rows, labels, panels, numbers }: Layout, index: number, size: Size): Mark[] {
  const row = rows[index]
  if (row === undefined) return []
  const lines = labels[index] ?? []
  const verdict = picture.verdicts[index] ?? null
  const base =
    size === 'wide' ? row.middle + 4.5 - ((lines.length - 1) * lineHeight) / 2 : row.top + lineHeight
  // On a phone a name stands on the ground of the panels, across their lines.
  const kind = size === 'wide' ? 't' : 't over'
  const numberBase = size === 'wide' ? row.middle + 4.5 : row.top + lineHeight
  return [
    ...lines.flatMap((words, line) => text(4, base + line * lineHeight, ofVerdict(kind, verdict), words)),
    ...panels.flatMap((panel) => panelMarks(panel, index, row.middle, picture)),
    ...numbers.flatMap(({ right, low, cells }) =>
      low === true
        ? text(right, row.middle + 4, 'm end', cells[index] ?? '')
        : text(right, numberBase, ofVerdict(`${kind} end`, verdict), cells[index] ?? ''),
    ),
  ]
}

/** The ground of a row: coloured where it stands out. */
const ground = ({ picture, rows, width }: Layout, index: number): Mark & { readonly path: string } => {
  const { top, height } = rows[index] ?? { top: 0, height: 0 }
  const verdict = picture.verdicts[index] ?? null
  return { kind: verdict === null ? 'hit' : `hit band ${verdict}`, path: box(0, top, width, height) }
}

/** What a pointer rests on. A phone has none. */
function hovers(layout: Layout): Markup {
  const grounds = layout.rows.map((_row, index) => {
    const { kind, path } = ground(layout, index)
    return markup`<path class="${kind}" d="${path}"><title>${hover(layout.picture, index)}</title></path>`
  })
  return markup`${grounds}`
}

export function drawRows(picture: RowPicture, size: Size): Drawing {
  const layout = size === 'wide' ? wide(picture) : narrow(picture)
  const { rows, panels, numbers, bottom, width } = layout
  const first = rows[0]?.top ?? headHeight
  const panelHeads = size === 'wide' ? 13 : 13 + extraHead
  const edges = rows.slice(1).map(({ top }) => top)
  const isPhone = size === 'narrow'
  const marks = [
    ...(isPhone ? rows.map((_row, index) => ground(layout, index)) : []),
    ...rulesAcross('rule', 0, width, edges),
    ...text(4, 13, 'h', oneLine(picture.heading, size === 'wide' ? 230 : 150)),
    ...numbers.flatMap(({ heading, right, low }) =>
      text(right, low === true ? 13 + extraHead : 13, 'h end', heading),
    ),
    ...panels.flatMap((panel) => panelGround(panel, panelHeads, first, bottom)),
    ...panels.flatMap((panel) => stepLine(panel, rows)),
    ...rows.flatMap((_row, index) => rowMarks(layout, index, size)),
  ]
  return { width, height: bottom + 6, ground: isPhone ? nothing : hovers(layout), marks }
}
