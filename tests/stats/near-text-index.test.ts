import { array, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NearTextIndex } from '../../src/stats/near-text-index.ts'
import { osaDistance } from '../../src/stats/osa-distance.ts'
import { editSimilarity } from '../../src/stats/similarity.ts'
import { holds } from './holds.ts'

const limits = { similarity: 0.8, shortest: 5, longest: 80 }

function workOfFour(): number {
  const index = new NearTextIndex(limits)
  for (const text of ['competitor', 'no budget', 'competitior', 'bad timing']) {
    if (index.find(text) === null) index.add(text)
  }
  return index.work
}

describe('NearTextIndex', () => {
  it('finds the first near text, not the nearest', () => {
    const index = new NearTextIndex(limits)
    index.add('competitors')
    index.add('competitor')
    expect(index.find('competitor')).toEqual({ place: 0, similarity: 1 - 1 / 11 })
  })

  it('takes exactly 0.8 as near and nothing below', () => {
    const index = new NearTextIndex(limits)
    index.add('price')
    expect(index.find('pirce')).toEqual({ place: 0, similarity: 0.8 })
    expect(index.find('prxxe')).toBeNull()
  })

  it('never finds texts outside the length limits, which keep their place all the same', () => {
    const index = new NearTextIndex(limits)
    index.add('cost')
    index.add('x'.repeat(81))
    index.add('costs')
    expect(index.find('cost')).toBeNull()
    expect(index.find('x'.repeat(81))).toBeNull()
    expect(index.find('costs')).toEqual({ place: 2, similarity: 1 })
  })

  it('finds what comparing with every text would find', () => {
    const text = array(constantFrom('a', 'b', 'c', 'd', ' '), { minLength: 3, maxLength: 40 }).map(
      (letters) => letters.join(''),
    )
    // Near pairs are made on purpose: a text, and the same with a letter changed or two swapped.
    const family = array(text, { maxLength: 8 }).map((texts) =>
      texts.flatMap((one) => [one, `${one.slice(1, 3)}${one}`, `${one.slice(0, 2)}x${one.slice(3)}`]),
    )
    holds(
      property(family, text, (texts, wanted) => {
        for (const query of [wanted, ...texts.map((one) => one.slice(1))]) {
          const index = new NearTextIndex(limits)
          for (const one of texts) index.add(one)
          const similarity = (one: string) =>
            editSimilarity(osaDistance(query, one), query.length, one.length)
          const first = texts.findIndex(
            (one) => one.length >= 5 && query.length >= 5 && similarity(one) >= 0.8 - 1e-9,
          )
          const expected = first === -1 ? null : { place: first, similarity: similarity(texts[first] ?? '') }
          expect(index.find(query)).toEqual(expected)
        }
      }),
      150,
    )
  })

  it('counts its work the same way every time', () => {
    expect(workOfFour()).toBe(workOfFour())
    expect(workOfFour()).toBeGreaterThan(0)
  })
})
