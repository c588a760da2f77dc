// One panel of a row picture: bars, dots or steps over a scale of its own, with its heading, ticks and reference line.
import { line } from 'd3-shape'
import type { Verdict } from '../../../report/index.ts'
import { rulesUp, text, type Mark } from './drawing.ts'
import { oneLine, textWidth } from './labels.ts'
import { dot, ofVerdict, whiskerAcross } from './marks.ts'
import type { Panel, RowPicture } from './row-picture.ts'
import { linearScale, place, type Scale } from './scale.ts'

export interface PlacedRow {
  /** Upper edge and middle of its marks. */
  readonly top: number
  readonly middle: number
}

export interface PlacedPanel {
  readonly panel: Panel
  readonly scale: Scale
  readonly left: number
  readonly right: number
  /** Bars say their value at their end when no column of numbers does. */
  readonly written: boolean
}

const room = 8

function* reach({ series, lower, upper }: Panel): Generator<number | null> {
  yield* series.values
  if (lower !== null) yield* lower.values
  if (upper !== null) yield* upper.values
}

export function placePanel(panel: Panel, left: number, right: number, written: boolean): PlacedPanel {
  const inside = written
    ? panel.series.texts.reduce((widest, words) => Math.max(widest, textWidth(words)), 0) + room
    : room
  const scale = linearScale(reach(panel), [left + 2, Math.max(left + 24, right - inside)], {
    count: right - left > 220 ? 5 : 3,
    keep: panel.reference === null ? [] : [panel.reference],
  })
  return { panel, scale, left, right, written }
}

/** Ticks whose names do not run into each other: every one, or every second, always with 0. */
function apart(ticks: readonly number[], { scale, panel: { series } }: PlacedPanel): readonly number[] {
  const [first = 0, second = 1] = ticks
  const widest = ticks.reduce((most, tick) => Math.max(most, textWidth(series.tick(tick))), 0)
  const step = Math.max(1, Math.ceil(widest / Math.abs(scale.at(second) - scale.at(first))))
  const zero = Math.max(0, ticks.indexOf(0))
  return ticks.filter((_tick, index) => (index - zero) % step === 0)
}

/** The heading, and what lies behind the rows. `top`: the base line of the heading; rows lie from `first` to `bottom`. */
export function panelGround(placed: PlacedPanel, top: number, first: number, bottom: number): Mark[] {
  const { panel, scale, left, right } = placed
  const { series, lower, reference, shape } = panel
  const heading = lower !== null ? `${series.label}, 95 % interval` : series.label
  const short = textWidth(heading) > right - left ? series.label : heading
  const ticked = shape === 'dots' || lower !== null
  const marks = ticked ? scale.ticks.filter((tick) => tick !== reference) : []
  const named = reference === null ? apart(marks, placed) : [...apart(marks, placed), reference]
  const at = (values: readonly number[]): number[] => values.map((value) => scale.at(value))
  const up = (kind: string, values: readonly number[]): Mark[] => rulesUp(kind, at(values), first - 4, bottom)
  const names = named.flatMap((tick) => text(scale.at(tick), first - 9, 'm mid', series.tick(tick)))
  return [
    ...text(left, top, 'h', oneLine(short, right - left)),
    ...up(
      'grid',
      marks.filter((tick) => tick !== 0),
    ),
    ...up('axis', [0]),
    ...up('goal', reference === null ? [] : [reference]),
    ...names,
  ]
}

function bar(
  { panel, scale, written }: PlacedPanel,
  index: number,
  middle: number,
  verdict: Verdict | null,
): Mark[] {
  const value = panel.series.values[index] ?? null
  const words = panel.series.texts[index] ?? ''
  if (value === null) return text(scale.at(0) + 5, middle + 4.5, 'm', words)
  const [from, to] = [scale.at(Math.min(0, value)), scale.at(Math.max(0, value))]
  const path = `M${place(from)},${place(middle)}h${place(to - from)}`
  const valueText = written ? text(to + 5, middle + 4.5, ofVerdict('t over', verdict), words) : []
  return [{ kind: ofVerdict('beam', verdict), path }, ...valueText]
}

/** The marks of one row. */
export function panelMarks(
  placed: PlacedPanel,
  index: number,
  middle: number,
  { verdicts }: RowPicture,
): Mark[] {
  const { panel, scale } = placed
  const value = panel.series.values[index] ?? null
  const [from, to] = [panel.lower?.values[index] ?? null, panel.upper?.values[index] ?? null]
  const verdict = verdicts[index] ?? null
  const whisker = from === null || to === null ? [] : whiskerAcross(scale, [from, to], middle, verdict)
  if (panel.shape === 'bars') return [...bar(placed, index, middle, verdict), ...whisker]
  if (value === null) return []
  if (panel.shape === 'steps') {
    const x = scale.at(value)
    const words = text(x - 8, middle + 4, ofVerdict('m end over', verdict), panel.series.texts[index] ?? '')
    return [...words, dot(x, middle, null)]
  }
  return [...whisker, dot(scale.at(value), middle, verdict)]
}

/** The line that joins the points of a `steps` panel down the rows. */
export function stepLine({ panel, scale }: PlacedPanel, rows: readonly PlacedRow[]): Mark[] {
  if (panel.shape !== 'steps') return []
  const path = line<PlacedRow>()
    .digits(1)
    .defined((_row, index) => (panel.series.values[index] ?? null) !== null)
    .x((_row, index) => scale.at(panel.series.values[index] ?? 0))
    .y(({ middle }) => middle)(rows)
  return path === null ? [] : [{ kind: 'line', path }]
}
