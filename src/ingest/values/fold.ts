// Folding: the form in which words of headers and cells are compared. No locale takes part, so every machine folds alike.

const marks = /\p{M}+/gu
const notWord = /[^\p{L}\p{N}]+/gu
const ascii = /^[ -~]*$/
const notAscii = /[^a-z0-9]+/g
const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** Lower case, accents dropped, everything but letters and digits turned into single spaces. `" Closed–Lost! "` gives `closed lost`. */
export function fold(text: string): string {
  if (plain.test(text)) return text
  if (ascii.test(text)) return text.toLowerCase().replace(notAscii, ' ').trim()
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ı', 'i')
    .replace(notWord, ' ')
    .trim()
}

/** 1204 gives `1,204`: counts in messages, the same in every locale. */
function grouped(count: number): string {
  const digits = String(count)
  let out = ''
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) out += ','
    out += digits[i] ?? ''
  }
  return out
}

/** A cell as quoted in a message: one line, at most 40 characters. */
export function quoted(text: string): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
  const points = Array.from(line.length > 200 ? line.slice(0, 200) : line)
  return `"${points.length > 40 ? `${points.slice(0, 39).join('')}…` : points.join('')}"`
}

export const cellsWord = (count: number): string => `${grouped(count)} ${count === 1 ? 'cell' : 'cells'}`
