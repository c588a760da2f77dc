// Lays a row picture out: names on the left and panels beside each other on a page; the name above its marks on a phone.
import { markup, nothing, type Markup } from '../markup.ts'
import { outcomeWords } from '../verdict.ts'
import { rulesAcross, text, widths, type Drawing, type Size } from './drawing.ts'
import { labelLines, oneLine, textWidth } from './labels.ts'
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

/** What a pointer over a row shows: all its numbers. */
function hover({ labels, panels, texts }: RowPicture, index: number): string {
  const interval = ({ lower, upper }: Panel): string => {
    const [from, to] = [lower?.texts[index], upper?.texts[index]]
    return from === undefined || to === undefined || lower?.values[index] === null
      ? ''
      : ` (${from} to ${to})`
  }
  const parts = panels.map(
    (panel) => `${panel.series.label} ${panel.series.texts[index] ?? ''}${interval(panel)}`,
  )
  const rest = texts.slice(1).map((series) => `${series.label} ${series.texts[index] ?? ''}`)
  return `${labels[index] ?? ''}: ${[...parts, ...rest].join(', ')}`
}

function rowMarkup(layout: Layout, index: number, size: Size): Markup {
  const { picture, rows, labels, panels, numbers, width } = layout
  const row = rows[index]
  if (row === undefined) return nothing
  const lines = labels[index] ?? []
  const verdict = picture.verdicts[index] ?? null
  const base =
    size === 'wide' ? row.middle + 4.5 - ((lines.length - 1) * lineHeight) / 2 : row.top + lineHeight
  // On a phone a name stands on the ground of the panels, across their lines.
  const kind = size === 'wide' ? 't' : 't over'
  const numberBase = size === 'wide' ? row.middle + 4.5 : row.top + lineHeight
  // A phone has no pointer to rest on a row.
  const [tip, area] =
    size === 'wide'
      ? [
          markup`<title>${hover(picture, index)}</title>`,
          markup`<rect class="hit" y="${row.top}" width="${width}" height="${row.height}"/>`,
        ]
      : [nothing, nothing]
  return markup`<g class="${verdict ?? 'row'}">${tip}${lines.map((words, line) => text(4, base + line * lineHeight, kind, words))}${panels.map((panel) => panelMarks(panel, index, row.middle, picture))}${numbers.map(({ right, low, cells }) => (low === true ? text(right, row.middle + 4, 'm end', cells[index] ?? '') : text(right, numberBase, `${kind} end`, cells[index] ?? '')))}${area}</g>`
}

/** The ground of rows that stand out, and thin lines between all of them. */
function rowGrounds({ picture, rows, width }: Layout): Markup {
  const bands = rows.map(({ top, height }, index) => {
    const verdict = picture.verdicts[index] ?? null
    return verdict === null
      ? nothing
      : markup`<rect class="band ${verdict}" y="${top}" width="${width}" height="${height}"/>`
  })
  const edges = rows.slice(1).map(({ top }) => top)
  return markup`${bands}${rulesAcross('rule', 0, width, edges)}`
}

export function drawRows(picture: RowPicture, size: Size): Drawing {
  const layout = size === 'wide' ? wide(picture) : narrow(picture)
  const { rows, panels, numbers, bottom, width } = layout
  const first = rows[0]?.top ?? headHeight
  const headings = numbers.map(({ heading, right, low }) =>
    text(right, low === true ? 13 + extraHead : 13, 'h end', heading),
  )
  const panelHeads = size === 'wide' ? 13 : 13 + extraHead
  const body = markup`${rowGrounds(layout)}${text(4, 13, 'h', oneLine(picture.heading, size === 'wide' ? 230 : 150))}${headings}${panels.map(
    (panel) => panelGround(panel, panelHeads, first, bottom),
  )}${panels.map((panel) => stepLine(panel, rows))}${rows.map((_row, index) => rowMarkup(layout, index, size))}`
  return { width, height: bottom + 6, body }
}
