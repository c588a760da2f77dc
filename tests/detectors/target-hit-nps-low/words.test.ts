// How attainment is written in a sentence.
import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/detectors/target-attainment.ts'
import { attainmentText } from '../../../src/detectors/target-hit-nps-low/words.ts'

const text = (booked: number, target: number): string =>
  attainmentText(compare(new Map([['EUR', booked]]), new Map([['EUR', target]])))

describe('attainment in a sentence', () => {
  it.each([
    [85_281, 85_434, '99.8 %'],
    [995, 1000, '99.5 %'],
    [99_999.99, 100_000, '99.9 %'],
    [994, 1000, '99 %'],
  ])('%d of %d, missed, never reads as reached: %s', (booked, target, words) => {
    expect(text(booked, target)).toBe(words)
  })

  it.each([
    [100, 100, '100 %'],
    [0.1 + 0.7, 0.8, '100 %'],
    [100.4, 100, '100 %'],
    [134, 100, '134 %'],
  ])('%d of %d, hit, never reads as missed: %s', (booked, target, words) => {
    expect(text(booked, target)).toBe(words)
  })

  it('is told per currency, each by itself', () => {
    const two = compare(
      new Map([
        ['EUR', 120],
        ['USD', 99.8],
      ]),
      new Map([
        ['EUR', 100],
        ['USD', 100],
      ]),
    )
    expect(attainmentText(two)).toBe('120 % (EUR) and 99.8 % (USD)')
  })
})
