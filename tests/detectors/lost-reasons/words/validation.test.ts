import { describe, expect, it } from 'vitest'
import {
  isValidated,
  strayProducts,
  validatedFor,
  validatedText,
} from '../../../../src/detectors/lost-reasons/words/validation.ts'
import type { Validation } from '../../../../src/detectors/reason-words.ts'

const byProduct = (entries: Record<string, Validation>): Map<string, Validation> =>
  new Map(Object.entries(entries))

describe('a reason is a hypothesis until customers confirm it', () => {
  it.each([
    [null, 'not yet', false],
    [true, 'yes', true],
    [false, 'not confirmed', false],
    ['2026-08 debrief', 'yes (2026-08 debrief)', true],
    [byProduct({}), 'not yet', false],
    [
      byProduct({ Core: '2026-08 debrief', Pay: false }),
      'Core: yes (2026-08 debrief); Pay: not confirmed',
      true,
    ],
    [byProduct({ Pay: false }), 'Pay: not confirmed', false],
  ])('%j reads %j', (validated, text, confirmed) => {
    expect(validatedText(validated)).toBe(text)
    expect(isValidated(validated)).toBe(confirmed)
  })

  it('for one product says what was said of it, or of all', () => {
    const validated = byProduct({ 'Harbor Pay': true, Core: false })
    expect(validatedFor(validated, 'harbor  pay')).toBe('yes')
    expect(validatedFor(validated, 'CORE')).toBe('not confirmed')
    expect(validatedFor(validated, 'Tidewatch')).toBe('not yet')
    expect(validatedFor('2026-08', 'Tidewatch')).toBe('yes (2026-08)')
    expect(validatedFor(null, 'Core')).toBe('not yet')
  })

  it('names products that the data do not have', () => {
    expect(strayProducts(byProduct({ core: true, Coer: true }), ['Core', 'Pay'])).toEqual(['Coer'])
    expect(strayProducts(true, [])).toEqual([])
  })
})
