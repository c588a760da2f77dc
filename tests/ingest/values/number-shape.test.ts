import { expect, test } from 'vitest'
import { numberShape, type NumberShape } from '../../../src/ingest/values/number-shape.ts'

const plain: NumberShape = { negative: false, body: '', shift: 0, percent: false, currency: '' }

const shapes: readonly (readonly [cell: string, shape: Partial<NumberShape>])[] = [
  ['5', { body: '5' }],
  ['-$1,234.50', { body: '1,234.50', negative: true, currency: '$' }],
  // Signs, before and after, with and without a currency.
  ['+5', { body: '5' }],
  ['-\u00a05', { body: '5', negative: true }],
  ['5 -', { body: '5', negative: true }],
  ['– 5', { body: '5', negative: true }],
  ['5−', { body: '5', negative: true }],
  ['- € 5', { body: '5', negative: true, currency: '€' }],
  ['+ € 5', { body: '5', currency: '€' }],
  ['EUR -5', { body: '5', negative: true, currency: 'EUR' }],
  ['EUR - 5', { body: '5', negative: true, currency: 'EUR' }],
  ['€+5', { body: '5', currency: '€' }],
  // Brackets: digits within are negative, a currency within is a currency.
  ['(5)', { body: '5', negative: true }],
  ['( 5 )', { body: '5', negative: true }],
  ['$(5)', { body: '5', negative: true, currency: '$' }],
  ['(5) EUR', { body: '5', negative: true, currency: 'EUR' }],
  ['(5)-', { body: '5', negative: true }],
  ['(5) CR', { body: '5', negative: true }],
  ['250(EUR)', { body: '250', currency: 'EUR' }],
  ['(EUR) 250', { body: '250', currency: 'EUR' }],
  ['(EUR)250', { body: '250', currency: 'EUR' }],
  // Spaces and apostrophes of every kind group digits; one at the beginning is a guard.
  ['1\u2009234\u202f567', { body: '1 234 567' }],
  ['1’234', { body: '1 234' }],
  ['1´234', { body: '1 234' }],
  ["'5", { body: '5' }],
  ["' -5", { body: '5', negative: true }],
  ['\t5\n', { body: '5' }],
  // A point or comma after the last digit belongs to the body; a dash after it stands for no cents.
  ['€ 5.', { body: '5.', currency: '€' }],
  ['€ 5,', { body: '5,', currency: '€' }],
  ['5.-', { body: '5.' }],
  ['5,- €', { body: '5,', currency: '€' }],
  ['5 .-', { body: '5' }],
  ['-.5', { body: '.5', negative: true }],
  // Percent, debit and credit.
  ['15 %', { body: '15', percent: true }],
  ['15%', { body: '15', percent: true }],
  ['5 Dr', { body: '5' }],
  ['5 dr.', { body: '5' }],
  ['5 CR', { body: '5', negative: true }],
  ['5 Cr.', { body: '5', negative: true }],
  // Thousands, millions and billions, apart from or glued to a sign.
  ['5 K', { body: '5', shift: 3 }],
  ['5 Tsd.', { body: '5', shift: 3 }],
  ['R$ 150 mil', { body: '150', shift: 3, currency: 'R$' }],
  ['-BRL 1,5mil', { body: '1,5', shift: 3, negative: true, currency: 'BRL' }],
  ['R$ 1,5 mio', { body: '1,5', shift: 6, currency: 'R$' }],
  ['5mio', { body: '5', shift: 6 }],
  ['5 Mrd. €', { body: '5', shift: 9, currency: '€' }],
  ['5 bn USD', { body: '5', shift: 9, currency: 'USD' }],
  ['45K€', { body: '45', shift: 3, currency: '€' }],
  ['45k€-', { body: '45', shift: 3, currency: '€', negative: true }],
  ['12€-', { body: '12', currency: '€', negative: true }],
  ['12k-', { body: '12', shift: 3, negative: true }],
  // A sign and a code are one currency.
  ['$450 USD', { body: '450', currency: '$' }],
  ['USD 450', { body: '450', currency: 'USD' }],
  ['450 EUR', { body: '450', currency: 'EUR' }],
]

test.each(shapes)('%j', (cell, shape) => {
  expect(numberShape(cell)).toEqual({ ...plain, ...shape })
})

test.each([
  ['nothing', ''],
  ['no digit', '(EUR)'],
  ['words', 'TBD'],
  ['a word before', 'Age 12'],
  ['a word after', '12 apples'],
  ['a letter within', '1e5'],
  ['two signs', '--5'],
  ['a sign on both sides', '-5-'],
  ['a sign on both sides, one of them glued', '-5€-'],
  ['a minus and brackets', '-(5)'],
  ['a minus and credit', '-5 CR'],
  ['numbers in and beside brackets', '5 (6)'],
  ['brackets within brackets', '((5))'],
  ['an open bracket', '(5'],
  ['two currencies', '$5 €'],
  ['two codes', 'USD 5 EUR'],
  ['a code and a sign after', 'USD 5 $'],
  ['two currencies after', '5 € $'],
  ['two currencies after, glued', '5 EUR k$'],
  ['a suffix of two scales', '5 mil'],
  ['a suffix of two scales beside a sign', '$5 mil'],
  ['two suffixes', '5 k k'],
  ['two suffixes, one of them of two scales', 'R$ 5 k mil'],
  ['two suffixes, glued', '5 k m€'],
  ['an unknown suffix, glued', '5 x€'],
  ['an unknown suffix with a point', '5 k.'],
])('%s is no number: %j', (_, cell) => {
  expect(numberShape(cell)).toBeNull()
})

test('64 characters may be a number, more are none', () => {
  expect(numberShape('1'.repeat(64))?.body).toBe('1'.repeat(64))
  expect(numberShape('1'.repeat(65))).toBeNull()
})
