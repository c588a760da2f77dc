// ISO 4217 codes in use, and the signs that stand before or after amounts.

const currencyCodes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ' +
    'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP ' +
    'MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG ' +
    'SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF ' +
    'XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
)

/** Currencies with three decimals: an amount `1.234` in them may be one and a bit. */
const threeDecimals: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

const signs =
  /^(?:R\$|US\$|AU?\$|CA?\$|NZ\$|HK\$|S\$|MX\$|\p{Sc}|kr\.?|zł|zl|Kč|Kc|Ft|lei|Fr\.?|SFr\.?|Rs\.?|RM|R)$/iu

const isOne = (text: string): boolean => signs.test(text) || currencyCodes.has(text.toUpperCase())

/** A sign, a code, or both (`$ USD`). */
export const isCurrency = (text: string): boolean => {
  const parts = text.split(' ')
  return parts.length <= 2 && parts.every(isOne)
}

const codeOfSign: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['RS', 'INR'],
  ['RS.', 'INR'],
])

/** One name for what `$`, `US$`, `USD` and `$ USD` say; other signs stand for themselves. */
export function currencyNamed(text: string): string {
  const parts = text.toUpperCase().split(' ')
  return parts.find((part) => currencyCodes.has(part)) ?? codeOfSign.get(parts[0] ?? '') ?? text
}

/** Some tools write `eur` where others write `EUR`: the same money. */
export const currencyCode = (text: string): string => (isCurrencyCode(text) ? text.toUpperCase() : text)

export const isCurrencyCode = (text: string): boolean => currencyCodes.has(text.toUpperCase())

/** Amounts in it have two decimals or none, so three digits after a separator are thousands. */
export const hasCents = (currency: string): boolean =>
  currency !== '' && !currency.split(' ').some((part) => threeDecimals.has(part.toUpperCase()))
