// Values to places on paper, with round ends and ticks.

/*! The pictures are drawn with parts of d3-array, d3-shape and d3-path, which are bundled with this program.
Copyright 2010-2026 Mike Bostock. d3-path: copyright 2015-2026 Mike Bostock.

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the
above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY
DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION,
ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE. */
import { nice, ticks } from 'd3-array'

export interface Scale {
  /** In SVG units. */
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
  readonly domain: readonly [number, number]
}

/**
 * A linear scale over the values and 0, its ends rounded to `count` or so ticks; null values are left out. `keep` are values that the
 * scale must reach as well. Without any value it runs from 0 to 1.
 */
export function linearScale(
  values: Iterable<number | null>,
  range: readonly [number, number],
  { count = 4, keep = [] }: { count?: number; keep?: readonly number[] } = {},
): Scale {
  let least = Math.min(0, ...keep)
  let most = Math.max(0, ...keep)
  for (const value of values) {
    if (value === null) continue
    if (value < least) least = value
    if (value > most) most = value
  }
  const domain = least === most ? ([least, least + 1] as const) : roundEnds(least, most, count)
  const [from, to] = domain
  const [start, end] = range
  // Halves: the distance between the largest numbers a double holds is none of them.
  const span = to / 2 - from / 2
  return {
    at: (value) => start + ((value / 2 - from / 2) / span) * (end - start),
    ticks: Number.isFinite(to - from) ? ticks(from, to, count) : [0],
    domain,
  }
}

function roundEnds(least: number, most: number, count: number): readonly [number, number] {
  if (!Number.isFinite(most - least)) return [least, most]
  const [from, to] = nice(least, most, count)
  return Number.isFinite(to - from) && to > from ? [from, to] : [least, most]
}

/** A coordinate with one decimal, as short as it can be written. */
export const place = (value: number): string => String(Math.round(value * 10) / 10)
