// Digits and separators to a plain decimal, exactly: text in, text out, never through floating point.

/** `1.234.567,89` with decimal `,` gives `1234567.89`; null when the groups or the decimal mark do not fit. */
export function plainDecimal(body: string, decimal: '.' | ','): string | null {
  const group = decimal === '.' ? ',' : '.'
  const point = body.indexOf(decimal)
  if (point >= 0 && body.includes(decimal, point + 1)) return null
  const whole = point < 0 ? body : body.slice(0, point)
  const fraction = point < 0 ? '' : body.slice(point + 1)
  if (!digits(fraction)) return null
  const spaced = whole.includes(' ')
  if (spaced && whole.includes(group)) return null
  const parts = whole.split(spaced ? ' ' : group)
  if (!goodGroups(parts)) return null
  const joined = parts.join('')
  if (joined === '' && fraction === '') return null
  const integer = joined.replace(/^0+(?=\d)/, '')
  return fraction === '' ? integer : `${integer === '' ? '0' : integer}.${fraction}`
}

function digits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** Groups of three, or the Indian way: `1,28,500`. The first group never begins with zero. */
function goodGroups(parts: readonly string[]): boolean {
  const first = parts[0] ?? ''
  if (parts.length === 1) return digits(first)
  if (first === '' || first.length > 3 || first.startsWith('0')) return false
  const last = parts.length - 1
  const middle = parts[1]?.length ?? 0
  if (middle === 2 ? first.length > 2 || last < 2 : middle !== 3) return false
  return parts.every(
    (part, index) => digits(part) && (index === 0 || part.length === (index === last ? 3 : middle)),
  )
}

/** Moves the decimal point: `1.25` by 3 gives `1250`, by -2 gives `0.0125`. */
export function shifted(decimal: string, places: number): string {
  if (places === 0) return decimal
  const point = decimal.indexOf('.')
  const whole = point < 0 ? decimal : decimal.slice(0, point)
  const fraction = point < 0 ? '' : decimal.slice(point + 1)
  if (places < 0) {
    const padded = whole.padStart(1 - places, '0')
    return trimmed(padded.slice(0, places), padded.slice(places) + fraction)
  }
  return trimmed(whole + fraction.slice(0, places).padEnd(places, '0'), fraction.slice(places))
}

const trimmed = (whole: string, fraction: string): string => {
  const integer = whole.replace(/^0+(?=\d)/, '')
  return fraction === '' ? integer : `${integer}.${fraction}`
}

const exponent = /^([+-]?)(\d{1,20}(?:[.,]\d{1,20})?)e([+-]?\d{1,2})$/i

/** `5.80503E+18` as spreadsheets write it: the decimal with its sign, or null. `mark` is the decimal mark seen. */
export function fromExponent(text: string): { value: string; mark: '.' | ',' | null } | null {
  const found = exponent.exec(text)
  if (found === null) return null
  const [, sign = '', mantissa = '', power = ''] = found
  const mark = mantissa.includes(',') ? ',' : mantissa.includes('.') ? '.' : null
  const value = shifted(mantissa.replace(',', '.'), Number(power))
  return { value: sign === '-' ? `-${value}` : value, mark }
}
