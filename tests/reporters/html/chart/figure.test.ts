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
    const [title, description] = inside(svg)
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
      const numbers = (name: string): number[] =>
        inside(svg)
          .map((element) => attribute(element, name))
          .filter((value) => value !== null)
          .map(Number)
      for (const x of [...numbers('x'), ...numbers('cx')]) expect(x >= 0 && x <= width).toBe(true)
      for (const y of [...numbers('y'), ...numbers('cy')]) expect(y >= 0 && y <= height).toBe(true)
      for (const length of [...numbers('width'), ...numbers('height')]) expect(length >= 0).toBe(true)
      expect(
        inside(svg)
          .map((element) => attribute(element, 'd'))
          .join(' '),
      ).not.toMatch(/NaN|Infinity|undefined/)
    },
  )
})

describe('what pictures show', () => {
  it('marks who stands out by shape, colour class and word', () => {
    const { wide, narrow } = drawn(ownerTable)
    const problem = classed(wide, 'problem').find(({ tagName }) => tagName === 'g')
    expect(texts(problem as Element)).toEqual(['Ana', '132 %', '-34', '50', 'Problem'])
    expect(classed(problem as Element, 'dot').map(({ tagName }) => tagName)).toEqual(['path'])
    expect(texts(narrow)).toContain('Ana – Problem')
    expect(texts(narrow)).toContain('-34 (50)')
  })

  it('writes every value of every row', () => {
    const rows = drawn(ownerTable).wide
    expect(classed(rows, 'row').map(texts)).toEqual([
      ['Ben', '102 %', '+14', '28'],
      ['Dan', '112 %', '+25', '27'],
      ['Finn', '90 %', '+30', '31'],
      ['Cleo', '71 %', '+50', '29'],
    ])
  })

  it('puts a dot where its value is', () => {
    const rows: Scalar[][] = [
      ['low', 1, -1, -1, -1, 5, 1, 'USD', 'ok'],
      ['middle', 1, 0, 0, 0, 5, 1, 'USD', 'ok'],
      ['high', 1, 1, 1, 1, 5, 1, 'USD', 'ok'],
    ]
    const [high, middle, low] = classed(drawn({ ...ownerTable, rows }).wide, 'dot').map((dot) =>
      Number(attribute(dot, 'cx')),
    )
    expect(((high ?? 0) + (low ?? 0)) / 2).toBeCloseTo(middle ?? 0, 0)
    expect(low).toBeLessThan(middle ?? 0)
  })

  it('draws months that are not final hollow, dashed and on hatched ground, and says so', () => {
    const { wide, all } = drawn(monthTable)
    expect(classed(wide, 'hollow').map(({ tagName }) => tagName)).toEqual(['rect', 'rect', 'circle'])
    const pattern = inside(wide).find(({ tagName }) => tagName === 'pattern')
    const grounds = inside(wide).filter(
      (element) => attribute(element, 'fill') === `url(#${attribute(pattern as Element, 'id')})`,
    )
    expect(grounds).toHaveLength(1)
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
