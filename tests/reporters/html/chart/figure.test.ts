import { describe, expect, it } from 'vitest'
import type { Scalar, Table, Verdict } from '../../../../src/report/index.ts'
import { figure } from '../../../../src/reporters/html/chart/figure.ts'
import { attribute, elements, hasClass, inside, textOf, type Element } from '../document.ts'
import { changeTable, monthTable, ownerTable, reasonTable } from '../sample.ts'

function drawn(table: Table): { wide: Element; narrow: Element; all: Element[] } {
  const all = elements(String(figure(table, new Map<string, Verdict>(), 'p1')))
  const [wide, narrow] = all.filter((element) => hasClass(element, 'pic'))
  if (wide === undefined || narrow === undefined) throw new Error('nothing was drawn')
  return { wide, narrow, all }
}

const classed = (svg: Element, name: string): Element[] =>
  inside(svg).filter((element) => hasClass(element, name))
const texts = (svg: Element): string[] =>
  inside(svg)
    .filter(({ tagName }) => tagName === 'text')
    .map(textOf)

describe.each([
  ['interval', ownerTable],
  ['interval of differences', changeTable],
  ['lines', monthTable],
  ['pareto', reasonTable],
])('a picture: %s', (_kind, table) => {
  it.each(['wide', 'narrow'] as const)('has a title and a description, %s', (size) => {
    const svg = drawn(table)[size]
    expect(attribute(svg, 'role')).toBe('img')
    const [title, description] = inside(drawn(table).wide)
    expect([title?.tagName, description?.tagName]).toEqual(['title', 'desc'])
    expect(attribute(svg, 'aria-labelledby')).toBe(
      `${attribute(title as Element, 'id')} ${attribute(description as Element, 'id')}`,
    )
    expect(textOf(title as Element)).toBe(table.chart?.title)
    expect(textOf(description as Element)).toBe(table.chart?.description)
  })

  it.each(['wide', 'narrow'] as const)(
    'draws inside its own ground, with numbers that are finite, %s',
    (size) => {
      const svg = drawn(table)[size]
      const [, , width = 0, height = 0] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number)
      const values = (name: string): string[] =>
        inside(svg)
          .map((element) => attribute(element, name))
          .filter((value) => value !== null)
      const paths = values('d').join('')
      expect(paths).not.toMatch(/NaN|Infinity|undefined/)
      const starts = [...paths.matchAll(/M([-\d.]+),([-\d.]+)/g)]
      expect(starts.length).toBeGreaterThan(5)
      const xs = [...values('x'), ...starts.map(([, x]) => x)].map(Number)
      const ys = [...values('y'), ...starts.map(([, , y]) => y)].map(Number)
      for (const x of xs) expect(x >= 0 && x <= width).toBe(true)
      for (const y of ys) expect(y >= 0 && y <= height).toBe(true)
    },
  )
})

describe('what pictures show', () => {
  it('marks who stands out by shape, colour class and word', () => {
    const { wide, narrow } = drawn(ownerTable)
    expect(classed(wide, 'problem').flatMap(texts)).toEqual(['Ana', '132 %', '-34', '50', 'Problem'])
    expect(classed(wide, 'at').map((dots) => attribute(dots, 'class'))).toEqual(['at problem', 'at'])
    expect(classed(wide, 'beam').map((bars) => attribute(bars, 'class'))).toEqual(['beam problem', 'beam'])
    expect(texts(narrow)).toContain('Ana – Problem')
    expect(texts(narrow)).toContain('-34 (50)')
  })

  it('writes every value of every row', () => {
    const words = inside(drawn(ownerTable).wide).filter(({ tagName }) => tagName === 'text')
    const row = (name: string): string[] => {
      const y = words.filter((word) => textOf(word) === name).map((word) => attribute(word, 'y'))
      return words.filter((word) => attribute(word, 'y') === y[0]).map(textOf)
    }
    expect(['Ben', 'Dan', 'Finn', 'Cleo'].map((name) => row(name).toSorted())).toEqual([
      ['+14', '102 %', '28', 'Ben'],
      ['+25', '112 %', '27', 'Dan'],
      ['+30', '31', '90 %', 'Finn'],
      ['+50', '29', '71 %', 'Cleo'],
    ])
  })

  it('puts a dot where its value is', () => {
    const rows: Scalar[][] = [
      ['low', 1, -1, -1, -1, 5, 1, 'USD', 'ok'],
      ['middle', 1, 0, 0, 0, 5, 1, 'USD', 'ok'],
      ['high', 1, 1, 1, 1, 5, 1, 'USD', 'ok'],
    ]
    const [dots] = classed(drawn({ ...ownerTable, rows }).wide, 'at')
    const [high, middle, low] = [...(attribute(dots as Element, 'd') ?? '').matchAll(/M([\d.]+),/g)].map(
      ([, x]) => Number(x),
    )
    expect(((high ?? 0) + (low ?? 0)) / 2).toBeCloseTo(middle ?? 0, 0)
    expect(low).toBeLessThan(middle ?? 0)
  })

  it('draws months that are not final hollow, dashed and on hatched ground, and says so', () => {
    const { wide, all } = drawn(monthTable)
    const marks = (name: string): number[] =>
      classed(wide, name).map((element) => (attribute(element, 'd') ?? '').split('M').length - 1)
    expect(classed(wide, 'hollow').map((element) => attribute(element, 'class'))).toEqual([
      'bar hollow',
      'at hollow',
    ])
    expect(marks('hollow')).toEqual([2, 1])
    expect(marks('open')).toEqual([1])
    expect(texts(wide)).toContain('Not final')
    expect(all.filter((element) => hasClass(element, 'key')).map(textOf)).toEqual([
      'Hollow, on hatched ground: not final.',
    ])
  })

  it('names months and years', () => {
    expect(texts(drawn(monthTable).wide).slice(-8)).toEqual([
      'Jan',
      '2026',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
    ])
  })

  it('shows what reasons add up to, with a line at 80 %', () => {
    const { wide, narrow } = drawn(reasonTable)
    expect(classed(wide, 'goal')).toHaveLength(1)
    expect(texts(wide)).toContain('80 %')
    expect(classed(wide, 'line')).toHaveLength(1)
    for (const sum of ['40 %', '60 %', '78 %', '90 %', '100 %']) {
      expect(texts(wide)).toContain(sum)
      expect(texts(narrow)).toContain(sum)
    }
  })

  it('breaks long names and cuts what is longer still', () => {
    const label = texts(drawn(reasonTable).wide).filter(
      (words) => words.includes('piers') || words.includes('Hurricane'),
    )
    expect(label).toEqual(['Hurricane season, they lost two', 'piers and stopped every purcha…'])
  })
})
