// Headers that say their amounts are in thousands or more: `Quota (k€)`, `Ziel TEUR`, `Meta (R$ mil)`, `目標(千円)`.

const codes =
  'eur|usd|gbp|chf|pln|sek|nok|dkk|czk|huf|ron|brl|inr|jpy|cny|krw|cad|aud|nzd|mxn|clp|cop|zar|sgd|hkd|aed|ils'
const sign = '[€$£¥₹]'
const money = `(?:${sign}|(?:${codes})(?![\\p{L}\\d]))`
const start = '(?<![\\p{L}\\d])'
const end = '(?![\\p{L}\\d])'

const longest = 300

/** Say it wherever they stand. */
const anywhere = new RegExp(
  [
    `${start}[ktm]\\.? ?${money}`,
    `${sign} ?[km]${end}`,
    `${sign} ?'?000`,
    `(?:${sign}|${start}(?:rs\\.?|inr)) ?(?:cr|lacs?)${end}`,
    `${sign} ?mil${end}`,
    `${start}mil ?(?:r\\$|${money})`,
    `${start}[tm]\\.? ?kr${end}`,
    `${start}(?:thousand|million|billion|tsd|tausend|mln|mrd|milliers|milhares|milh[oõ]es|migliaia|duizend|tusen|tusind|lakh|crore)`,
    `${start}(?:en miles|miles de|tys|mio)${end}`,
    'тыс|[千万億]',
  ].join('|'),
  'iu',
)
/** Say it only in brackets: `(k)`, `(000)`, `(mil)`. */
const bracketed = new RegExp(`${start}(?:[km]|mn|mil|bn)${end}|000|mio|tsd`, 'iu')

/** What stands in brackets behind a header scales its amounts. */
export const isScale = (inside: string): boolean => bracketed.test(inside) || anywhere.test(inside)

/** The header scales its amounts, with brackets or without. */
export function isScaled(header: string): boolean {
  const text = header.slice(0, longest)
  return (
    anywhere.test(text) ||
    [...text.matchAll(/[([（]([^()[\]（）]{1,60})[)\]）]/g)].some(([, inside = '']) => isScale(inside))
  )
}
