import { expect, test } from 'vitest'
import { fold, isMissing, isMissingValue, readCell } from '../../../src/ingest/values/index.ts'
import { slowness } from '../../slowness.ts'

test('blank, NULL and their like are missing', () => {
  const missing = [
    '',
    ' ',
    '\u00a0',
    'NULL',
    'null',
    '(null)',
    'N/A',
    'n/a',
    '#N/A',
    '-',
    '--',
    '—',
    'NaN',
    'None',
    '(blank)',
    '\\N',
    '--None--',
    'nil',
  ]
  expect(missing.filter((text) => !isMissing(text))).toEqual([])
})

test('values that only look empty are not', () => {
  const present = ['0', 'No', 'NAN Corp', 'Nullify Ltd', 'x', '-5', 'Other', 'Select Plus', 'na ja']
  expect(present.filter(isMissing)).toEqual([])
})

test('a team called NA is a team; a date or a number called NA is missing', () => {
  expect(isMissing('NA')).toBe(false)
  expect(isMissingValue('NA')).toBe(true)
  expect(readCell({ kind: 'text' }, 'NA')).toEqual({ value: 'NA' })
})

test('NA, ? and a point among numbers and dates are missing, blanks around them or not', () => {
  expect(['NA', 'na', 'Na', '?', '.', ' NA ', '     NA '].filter((text) => !isMissingValue(text))).toEqual([])
  expect(['nA', 'NAB', '??', '..', '0', 'Nairobi East'].filter(isMissingValue)).toEqual([])
})

test('blanks are missing however many, and words after many blanks are words', () => {
  expect(isMissing(' '.repeat(70))).toBe(true)
  expect(isMissing(`${' '.repeat(70)}x`)).toBe(false)
  expect(isMissing('--- please sel --')).toBe(false)
  expect(isMissing(' - select - ')).toBe(true)
  expect(isMissing('Not Applicable')).toBe(true)
})

test('text is trimmed and loses one formula guard', () => {
  expect(readCell({ kind: 'text' }, '  Acme  ')).toEqual({ value: 'Acme' })
  expect(readCell({ kind: 'text' }, "'+49 30 1")).toEqual({ value: '+49 30 1' })
  expect(readCell({ kind: 'text' }, "'s Gravenhage")).toEqual({ value: "'s Gravenhage" })
})

test('folding drops case, accents, punctuation and emoji', () => {
  expect(fold('  Closed–Lost! 🎉 ')).toBe('closed lost')
  expect(fold('Größe Straße ŁÓDŹ')).toBe('grosse strasse lodz')
  expect(fold('constructor')).toBe('constructor')
})

test('a reason of 200,000 characters folds in milliseconds', () => {
  const started = performance.now()
  fold('é!'.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(500 * slowness())
})
