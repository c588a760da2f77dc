// Lays a picture over periods out: bars above, lines below, one axis of periods for both. What is not final is hollow, on hatched ground.
import { line } from 'd3-shape'
import { markup, nothing, type Markup } from '../markup.ts'
import type { Series } from './columns.ts'
import { box, rulesAcross, text, widths, type Drawing, type Mark, type Size } from './drawing.ts'
import { oneLine, textWidth } from './labels.ts'
import { dot, whiskerUp } from './marks.ts'
import { periodAxis } from './period-axis.ts'
import type { PeriodPicture } from './period-picture.ts'
import { linearScale, type Scale } from './scale.ts'

const heights = { wide: { bars: 84, lines: 150 }, narrow: { bars: 70, lines: 130 } } as const
const headHeight = 34
const between = 20

interface Frame {
  readonly picture: PeriodPicture
  readonly left: number
  readonly right: number
  /** Middle of a period. */
  readonly at: (index: number) => number
  /** Room of one period. */
  readonly each: number
}

function frameOf(picture: PeriodPicture, width: number): Frame {
  const { lines, beside, periods } = picture
  const ticks = [...lines, ...(beside === null ? [] : [beside])].flatMap((series) =>
    linearScale(series.values, [1, 0], { count: 3 }).ticks.map((tick) => textWidth(series.tick(tick))),
  )
  const left = Math.max(24, ...ticks) + 10
  const names = lines.length > 1 ? lines.map(({ label }) => textWidth(label) + 10) : [4]
  const right = width - Math.min(width / 3, Math.max(...names))
  const each = (right - left) / periods.length
  return { picture, left, right, each, at: (index) => left + each * (index + 0.5) }
}

function axis(series: Series, scale: Scale, { left, right }: Frame): Mark[] {
  const at = (ticks: readonly number[]): number[] => ticks.map((tick) => scale.at(tick))
  return [
    ...rulesAcross('grid', left, right, at(scale.ticks.filter((tick) => tick !== 0))),
    ...rulesAcross('axis', left, right, at([0])),
    ...scale.ticks.flatMap((tick) => text(left - 6, scale.at(tick) + 4, 'm end', series.tick(tick))),
  ]
}

const ends = (values: readonly (number | null)[], provisional: readonly boolean[]): Set<number> => {
  const settled = values.flatMap((value, index) =>
    value === null || provisional[index] === true ? [] : [index],
  )
  return new Set([settled[0], settled.at(-1)].filter((index) => index !== undefined))
}

/**
 * The number at a point, above the point and its neighbours as far as the number is wide; at the ends of the axis it stays inside. `tops`:
 * how high each period is drawn.
 */
function pointLabel(frame: Frame, index: number, tops: readonly (number | null)[], words: string): Mark[] {
  const { at, each } = frame
  const wide = Math.ceil(textWidth(words) / each)
  const last = index === tops.length - 1
  const [before, after] =
    index === 0 ? [0, wide] : last ? [wide, 0] : [Math.ceil(wide / 2), Math.ceil(wide / 2)]
  const near = tops.slice(Math.max(0, index - before), index + after + 1)
  const y = near.reduce<number>((highest, top) => Math.min(highest, top ?? highest), tops[index] ?? 0)
  if (index === 0) return text(at(0) - 5, y, 't over', words)
  return last ? text(at(index) + 5, y, 't over end', words) : text(at(index), y, 't over mid', words)
}

function barsPanel(series: Series, frame: Frame, top: number, height: number): Mark[] {
  const { picture, left, right, each, at } = frame
  const scale = linearScale(series.values, [top + height, top], { count: 3 })
  const zero = scale.at(0)
  const named = ends(series.values, picture.provisional)
  const tops = series.values.map((value) => (value === null ? null : Math.min(scale.at(value), zero) - 4))
  const drawn = series.values.flatMap((value, index): Mark[] => {
    if (value === null) return []
    const y = scale.at(value)
    const width = Math.min(each * 0.72, 46)
    const path = box(at(index) - width / 2, Math.min(y, zero), width, Math.abs(zero - y))
    return [{ kind: picture.provisional[index] === true ? 'bar hollow' : 'bar', path }]
  })
  return [
    ...text(0, top - 18, 'h', oneLine(series.label, right - left)),
    ...axis(series, scale, frame),
    ...drawn,
    ...[...named].flatMap((index) => pointLabel(frame, index, tops, series.texts[index] ?? '')),
  ]
}

const dashes = ['', ' dash1', ' dash2', ' dash3']

function drawLine(one: Series, order: number, scale: Scale, frame: Frame): Mark[] {
  const { picture, at, each, right } = frame
  const { provisional, lines, lower, upper } = picture
  // Close points are small, so that the line is seen between them.
  const small = each < 18
  const open = (index: number): boolean => provisional[index] === true
  const path = (keep: (index: number) => boolean): string =>
    line<number | null>()
      .digits(1)
      .defined((value, index) => value !== null && keep(index))
      .x((_value, index) => at(index))
      .y((value) => scale.at(value ?? 0))(one.values) ?? ''
  const whiskers = one.values.flatMap((_value, index) => {
    const [from, to] = [lower?.values[index] ?? null, upper?.values[index] ?? null]
    return order > 0 || from === null || to === null ? [] : whiskerUp(scale, [from, to], at(index))
  })
  const points = one.values.flatMap((value, index) =>
    value === null ? [] : [dot(at(index), scale.at(value), null, { hollow: open(index), small })],
  )
  const tops = one.values.map((value, index) =>
    value === null ? null : scale.at(Math.max(upper?.values[index] ?? value, value)) - 9,
  )
  const labels =
    lines.length > 1
      ? []
      : [...ends(one.values, provisional)].flatMap((index) =>
          pointLabel(frame, index, tops, one.texts[index] ?? ''),
        )
  const last = one.values.findLastIndex((value) => value !== null)
  const name =
    lines.length > 1 && last !== -1
      ? text(right + 6, scale.at(one.values[last] ?? 0) + 4, 't', one.label)
      : []
  return [
    { kind: `line${dashes[order % dashes.length] ?? ''}`, path: path((index) => !open(index)) },
    { kind: 'line dashed', path: path((index) => open(index) || open(index + 1)) },
    ...whiskers,
    ...points,
    ...labels,
    ...name,
  ]
}

function linesPanel(frame: Frame, top: number, height: number): Mark[] {
  const { picture, right, left } = frame
  const { lines: all, lower, upper } = picture
  const [first] = all
  if (first === undefined) return []
  const values = [...all, ...(lower === null ? [] : [lower]), ...(upper === null ? [] : [upper])]
  const scale = linearScale(
    values.flatMap((one) => one.values),
    [top + height, top],
  )
  const heading = all.length > 1 ? '' : lower === null ? first.label : `${first.label}, 95 % interval`
  return [
    ...text(0, top - 18, 'h', oneLine(heading, right - left)),
    ...axis(first, scale, frame),
    ...all.flatMap((one, order) => drawLine(one, order, scale, frame)),
  ]
}

/** Hatched ground behind runs of periods that are not final. */
function hatching({ picture, left, each }: Frame, top: number, bottom: number): Markup {
  const { provisional } = picture
  const runs: { from: number; to: number }[] = []
  for (const [index, open] of provisional.entries()) {
    const last = runs.at(-1)
    if (!open) continue
    if (last?.to === index) last.to = index + 1
    else runs.push({ from: index, to: index + 1 })
  }
  if (runs.length === 0) return nothing
  const x = (index: number): number => left + each * index
  const path = runs.map(({ from, to }) => box(x(from), top, x(to) - x(from), bottom - top)).join('')
  return markup`<path class="open" d="${path}"/>`
}

/** What a pointer over a period shows. */
function hovers({ picture, left, each }: Frame, top: number, bottom: number): Markup[] {
  const { periods, lines: all, beside, provisional, provisionalLabel, lower, upper } = picture
  return periods.map((period, index) => {
    const interval =
      lower === null || upper === null || lower.values[index] === null
        ? ''
        : ` (${lower.texts[index] ?? ''} to ${upper.texts[index] ?? ''})`
    const values = all.map(
      (one, order) => `${one.label} ${one.texts[index] ?? ''}${order === 0 ? interval : ''}`,
    )
    const rest = [
      ...(beside === null ? [] : [`${beside.label} ${beside.texts[index] ?? ''}`]),
      ...(provisional[index] === true ? [provisionalLabel] : []),
    ]
    return markup`<path class="hit" d="${box(left + each * index, top, each, bottom - top)}"><title>${`${period}: ${[...values, ...rest].join(', ')}`}</title></path>`
  })
}

export function drawPeriods(picture: PeriodPicture, size: Size): Drawing {
  const width = widths[size]
  const frame = frameOf(picture, width)
  const { bars: barsHeight, lines: linesHeight } = heights[size]
  const first = headHeight
  const linesTop = picture.beside === null ? first : first + barsHeight + between + headHeight
  const bottom = linesTop + linesHeight
  const lastOpen = picture.provisional.lastIndexOf(true)
  const marks = [
    ...(lastOpen === -1
      ? []
      : text(frame.left + frame.each * (lastOpen + 1), first - 4, 'm end', picture.provisionalLabel)),
    ...(picture.beside === null ? [] : barsPanel(picture.beside, frame, first, barsHeight)),
    ...linesPanel(frame, linesTop, linesHeight),
    ...periodAxis(picture.periods, frame.at, bottom + 18),
  ]
  const hovered = size === 'wide' ? hovers(frame, first, bottom) : nothing
  return {
    width,
    height: bottom + 40,
    ground: markup`${hatching(frame, first, bottom)}${hovered}`,
    marks,
  }
}
