import * as fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { markup, slim, visibleText, type Markup } from '../../../src/reporters/html/markup.ts'

const show = (value: Markup): string => String(value)

describe('markup', () => {
  it('escapes what is put in, and only that', () => {
    expect(String(markup`<b title="${'"x" & \'y\''}">${'<i>'}</b>`)).toBe(
      '<b title="&quot;x&quot; &amp; &#39;y&#39;">&lt;i&gt;</b>',
    )
  })

  it('takes markup, lists of it and numbers as they are, and prints nothing for null and false', () => {
    const items = [markup`<li>${'a'}`, markup`<li>${'<b>'}`]
    expect(String(markup`<ul>${items}</ul>${12}${null}${false}${''}`)).toBe('<ul><li>a<li>&lt;b&gt;</ul>12')
  })

  it('has a type that neither text nor a look-alike satisfies', () => {
    // @ts-expect-error -- text is not markup
    show('<b>')
    // @ts-expect-error -- nor is an object that has the same method
    show({ toString: () => '<b>' })
    // @ts-expect-error -- the tag takes template literals only
    expect(() => markup(['<b>'])).not.toThrow()
  })

  it('escapes an object that only looks like markup', () => {
    const alike = { toString: () => '<b>' } as unknown as Markup
    expect(() => String(markup`${alike}`)).toThrow(TypeError)
  })

  it('is read back by a parser as the text that was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const [paragraph] = parseFragment(String(markup`<p title="${text}">${text}</p>`)).childNodes
        expect(paragraph).toMatchObject({
          attrs: [{ name: 'title', value: visibleText(text) }],
          childNodes: text === '' ? [] : [{ nodeName: '#text', value: visibleText(text) }],
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('text made visible', () => {
  it('spells control characters and hidden direction changes out', () => {
    expect(visibleText('a\u0000b\u001B[2J\u202Egnp.exe\uFEFF')).toBe(
      'a<U+0000>b<U+001B>[2J<U+202E>gnp.exe<U+FEFF>',
    )
  })

  it('turns line ends into blanks and lone surrogates into the sign for what is unknown', () => {
    expect(visibleText('a\r\nb\tc\u2028d')).toBe('a  b c d')
    expect(visibleText('x\uD800y')).toBe('x\uFFFDy')
  })

  it('keeps emoji families and Persian joiners', () => {
    expect(visibleText('👩\u200D👧 می\u200Cخواهم')).toBe('👩\u200D👧 می\u200Cخواهم')
  })
})

describe('slim markup', () => {
  it('leaves out what HTML does not ask for', () => {
    const list = markup`<ul class="notes">
<li id="a1">one</li>
<li class="two words">two</li>
</ul><use href="#a"/>`
    expect(String(slim(list))).toBe(
      '<ul class=notes><li id=a1>one<li class="two words">two</ul><use href="#a"/>',
    )
  })

  it('leaves texts as they are', () => {
    const text = '</li> class="notes"> \n<b>'
    expect(String(slim(markup`<p>${text}</p>`))).toBe(String(markup`<p>${text}</p>`))
  })
})
