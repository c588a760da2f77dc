// Data never becomes HTML: with hostile text in every field the page has the very elements it has with harmless text.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/report/index.ts'
import { html } from '../../../src/reporters/html.ts'
import { visibleText } from '../../../src/reporters/html/markup.ts'
import { elements, skeleton, textOf } from './document.ts'
import { sampleReport } from './sample.ts'

const options = { color: 0, width: null, unicode: true, verbose: true } as const

// Words of the schema, and ids by which a chart names its columns.
const ours = new Set([
  'id',
  'type',
  'kind',
  'outcome',
  'verdict',
  'change',
  'unit',
  'intervalOf',
  'grain',
  'compression',
  'currencyFrom',
  'x',
  'y',
  'lower',
  'upper',
  'beside',
  'provisional',
  'highlight',
  'asOf',
  'start',
  'end',
])

/** Every text of a report changed, its keys of free names as well. */
function withText(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => withText(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      key === 'numbers' ? change(name) : name,
      ours.has(name) ? item : withText(item, change, name),
    ]),
  )
}

const pageWith = (text: string): string =>
  html.render(withText(sampleReport(), (words) => words + text) as Report, options)

/** As long and as wide, in as many lines, broken at the same places, without a sign that means anything to HTML. */
const harmless = (text: string): string =>
  text
    .split('\n')
    .map((line) => visibleText(line).replaceAll(/[^ A-Za-z0-9\u0080-\u{10FFFF}]/gu, 'x'))
    .join('\n')

const weapons = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)//',
  '</style><img src=x onerror=alert(1)>',
  '</title><svg onload=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '<!--',
  '--><b>',
  ']]><![CDATA[',
  '&lt;b&gt;&#60;b&#x3e;',
  '<a href="javascript:alert(1)">x</a>',
  '<td></table><p>',
  '<plaintext>',
  '<template><style>',
  '</desc></svg><math><mi>',
  '$&$`$1{{x}}${x}',
  '<U+0000>',
  '\u0000<\u202E/b\u001B]0;x\u0007',
  '\uD800<b>\uDFFF',
  '\r\n\r\n<b>',
  '=cmd|x!A1',
]

describe('hostile text', () => {
  it.each(weapons)('stays text: %j', (weapon) => {
    expect(skeleton(pageWith(weapon))).toEqual(skeleton(pageWith(harmless(weapon))))
  })

  it('leaves the elements as they are, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...weapons),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom('<', '>', '"', "'", '&', ';', '/', '=', '!', '-', 'a', ' '),
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (pieces) => {
        const text = pieces.join('')
        expect(skeleton(pageWith(text))).toEqual(skeleton(pageWith(harmless(text))))
      }),
      { numRuns: 60 },
    )
  })

  it('is shown as it was written', () => {
    const weapon = '</title><img src=x onerror="alert(1)"> & \'more\''
    const all = elements(pageWith(weapon))
    const headline = all.find(({ tagName }) => tagName === 'h2') as (typeof all)[number]
    expect(textOf(headline)).toBe('Answers')
    const question = all.filter(({ tagName }) => tagName === 'h2')[1] as (typeof all)[number]
    expect(textOf(question)).toBe(`Who hits the target while customers would not recommend us?${weapon}`)
  })

  it('puts no text of a report into an attribute', () => {
    const marked = pageWith('zzmark')
    const values = elements(marked).flatMap(({ attrs }) => attrs.map(({ value }) => value))
    expect(values.filter((value) => value.includes('zzmark'))).toEqual([])
  })
})
