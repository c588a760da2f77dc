import { expect, test } from 'vitest'
import {
  currencyCode,
  currencyNamed,
  hasCents,
  isCurrency,
  isCurrencyCode,
} from '../../../src/ingest/values/currencies.ts'

test('signs, codes and both together are currencies', () => {
  const named = ['$', '€', 'R$', 'us$', 'kr', 'kr.', 'zł', 'CHF', 'chf', '$ USD', 'EUR €']
  expect(named.filter((text) => !isCurrency(text))).toEqual([])
  expect(['', 'x', 'EUR x', 'x EUR', 'USD EUR GBP', 'EURO', '%'].filter(isCurrency)).toEqual([])
})

test('one name for what is written in several ways', () => {
  expect(['$', 'US$', 'usd', '$ USD', 'Rs.', '€', 'zł', ''].map(currencyNamed)).toEqual([
    'USD',
    'USD',
    'USD',
    'USD',
    'INR',
    'EUR',
    'zł',
    '',
  ])
  expect(['eur', 'EUR', '€', 'euro'].map(currencyCode)).toEqual(['EUR', 'EUR', '€', 'euro'])
  expect(['eur', 'EUR', '€'].map(isCurrencyCode)).toEqual([true, true, false])
})

test('all currencies but a few have cents', () => {
  expect(['$', 'EUR', '$ USD'].map(hasCents)).toEqual([true, true, true])
  expect(['', 'KWD', 'kwd', '$ KWD', 'BHD $'].map(hasCents)).toEqual([false, false, false, false, false])
})
