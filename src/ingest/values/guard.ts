// Excel's guard: `="00123"` is a formula whose result is the text 00123, written so that a spreadsheet leaves it as it is.

const equals = 61
const quote = 34

/** The text within the guard; any other cell as it stands, other formulas too. */
export function unwrapped(text: string): string {
  if (text.charCodeAt(0) !== equals || text.charCodeAt(1) !== quote) return text
  if (text.length < 3 || !text.endsWith('"')) return text
  const within = text.slice(2, -1)
  // A quote that is not doubled ends the text: `="a"&"b"` is another formula.
  return within.replaceAll('""', '').includes('"') ? text : within.replaceAll('""', '"').trim()
}
