import { describe, expect, it } from 'vitest'
import { examplesOf } from '../../../../src/detectors/lost-reasons/words/examples.ts'

const typed = (...texts: string[]): { text: string; deals: number }[] =>
  texts.map((text, index) => ({ text, deals: 100 - index }))

describe('examples of wordings', () => {
  it('are those that differ most from the name, the most frequent first', () => {
    expect(
      examplesOf(
        'Price too high',
        typed(
          'Price too high',
          'PRICE TOO HIGH',
          'Price too high.',
          'Prise too high',
          'too expensive',
          'dear',
        ),
      ),
    ).toEqual(['Prise too high', 'too expensive', 'dear'])
    expect(examplesOf('Price', typed('Price', 'Price.', 'PRICE!', 'price!'))).toEqual(['Price.', 'PRICE!'])
  })

  it('are none where everybody types the same, and all where nobody types the name', () => {
    expect(examplesOf('Price', typed('Price', ' price ', 'PRICE'))).toEqual([])
    expect(examplesOf('Commercial', typed('too expensive', 'Too  expensive', 'budget'))).toEqual([
      'too expensive',
      'budget',
    ])
  })
})
