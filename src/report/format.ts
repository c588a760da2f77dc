// How numbers are written for people, the same in every sentence and every format. No Intl: the same bytes on every machine.

/** `1234567.891` with 2 decimals: `1,234,567.89`. A rounded zero has no sign. */
export function formatNumber(value: number, decimals = 0): string {
  const fixed = Math.abs(value).toFixed(decimals)
  const [whole = '', fraction] = fixed.split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`
  return value < 0 && /[1-9]/.test(fixed) ? `-${text}` : text
}

/** A share 0..1 in percent: `27 %`, `0.4 %` under one percent. */
export function formatShare(share: number, decimals?: number): string {
  const percent = share * 100
  const places = decimals ?? (percent !== 0 && Math.abs(percent) < 1 ? 1 : 0)
  return `${formatNumber(percent, places)} %`
}

/** An NPS on -1..1 in points with its sign: `+45`, `-33`, `0`. */
export function formatNps(nps: number): string {
  const points = formatNumber(nps * 100)
  return points.startsWith('-') || points === '0' ? points : `+${points}`
}

/** A change with its sign: `+12 %`, `-4 %`. */
export function formatChange(share: number, decimals?: number): string {
  const text = formatShare(share, decimals)
  return text.startsWith('-') || share === 0 ? text : `+${text}`
}

/** Money in whole units from 100 on: `EUR 12,345`, `USD 99.50`, `12,345` where no currency is known. */
export function formatMoney(amount: number, currency: string | null): string {
  const number = formatNumber(amount, Math.abs(amount) >= 100 || Number.isInteger(amount) ? 0 : 2)
  return currency === null ? number : `${currency} ${number}`
}

/** A p-value: three decimals, `< 0.001` below. */
export const formatP = (p: number): string => (p < 0.001 ? '< 0.001' : formatNumber(p, 3))

/** `1 deal`, `12 deals`; give the plural where it is irregular. */
export const formatCount = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatNumber(count)} ${count === 1 ? noun : plural}`

/** `a`, `a and b`, `a, b and c`. */
export const formatList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
