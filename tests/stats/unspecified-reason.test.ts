import { describe, expect, it } from 'vitest'
import { isUnspecifiedReason } from '../../src/stats/unspecified-reason.ts'

describe('isUnspecifiedReason', () => {
  it.each([
    null,
    '',
    '  ',
    '-',
    '?',
    'N/A',
    'n.a.',
    'n a',
    'N / A',
    'None',
    'unknown!',
    'OTHER',
    'tbd',
    'null',
  ])('knows what people type to get past a required field: %j', (text) => {
    expect(isUnspecifiedReason(text)).toBe(true)
  })

  it.each(['price', 'other vendor', 'unknown budget', 'nonexistent feature', 'nothing', '0'])(
    'leaves real reasons alone, vague ones too: %j',
    (text) => {
      expect(isUnspecifiedReason(text)).toBe(false)
    },
  )
})
