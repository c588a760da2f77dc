// Contrast of every pair of colours that text and marks are shown in: browsers' checkers leave text inside pictures out.
import { describe, expect, it } from 'vitest'
import { stylesheet } from '../../../src/reporters/html/style.ts'

const css = String(stylesheet)

function palette(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([a-z-]+):(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = palette(css.slice(css.indexOf(':root{'), css.indexOf('@media')))
const dark = palette(
  css.slice(
    css.indexOf('@media screen and (prefers-color-scheme:dark)'),
    css.indexOf('@media (forced-colors'),
  ),
)

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1)
  const digits = long.match(/../g) ?? []
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(colors: ReadonlyMap<string, string>, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => luminance(colors.get(name) ?? 'none'))
    .toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const verdicts = ['problem', 'watch', 'ok', 'plain', 'failed']
const text = [
  ...['ink', 'soft', 'link'].flatMap((ink) => ['ground', 'panel'].map((ground) => [ink, ground] as const)),
  ...verdicts.flatMap((name) => [[name, `${name}-ground`] as const, [name, 'ground'] as const]),
  ...['problem-ground', 'watch-ground'].map((ground) => ['soft', ground] as const),
]
const marks = [
  ...['mark', 'bar', 'axis', 'problem', 'watch'].map((mark) => [mark, 'ground'] as const),
  ['problem', 'problem-ground'] as const,
  ['watch', 'watch-ground'] as const,
  ['ink', 'bar'] as const,
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_theme, colors) => {
  it('are all there', () => {
    expect([...colors.keys()].toSorted()).toEqual([...light.keys()].toSorted())
    expect(colors.size).toBeGreaterThan(15)
  })

  it.each(text)('let %s be read on %s', (ink, ground) => {
    expect(contrast(colors, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(marks)('let %s be seen on %s', (mark, ground) => {
    expect(contrast(colors, mark, ground)).toBeGreaterThanOrEqual(3)
  })
})

it('contrast is counted as WCAG does: black on white is 21, grey #767676 on white 4.54', () => {
  const known = new Map([
    ['black', '#000'],
    ['white', '#ffffff'],
    ['grey', '#767676'],
  ])
  expect(contrast(known, 'black', 'white')).toBeCloseTo(21, 5)
  expect(contrast(known, 'white', 'grey')).toBeCloseTo(4.54, 2)
})
