// What no output may hold, whatever the data hold. Each check gives what it found, for a person to read.
import { parse } from 'csv-parse/sync'
import { elements } from '../reporters/html/document.ts'

/** Control characters, and those that turn text around or hide it; line feeds are ours. `allowed`: more of them. */
export function controlsIn(text: string, allowed = ''): string[] {
  const found = new Set<string>()
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const control = (code < 32 && code !== 10) || (code >= 127 && code < 160)
    const turning = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
    const broken = code >= 0xd800 && code <= 0xdfff
    if ((control || turning || broken) && !allowed.includes(char))
      found.add(`U+${code.toString(16).padStart(4, '0')}`)
  }
  return [...found]
}

/** Lines that a runner of GitHub, Azure or TeamCity would obey. Commands of `##` are obeyed wherever they stand in a line. */
export function commandsIn(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .filter((line) => /^\s*::[\w-]+/.test(line) || /##(?:vso)?\[/.test(line) || /^\s*##teamcity\[/.test(line))
}

const plainNumber = /^[+-]?\d[\d.,]*%?$/

/** Cells that a spreadsheet would calculate. */
export function formulasIn(csv: string): string[] {
  const rows: string[][] = parse(csv, { relax_column_count: true, bom: true })
  return rows
    .flat()
    .filter((cell) => /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r]/.test(cell) && !plainNumber.test(cell))
}

/** Element and attribute names of a page, each once. */
export function markupOf(page: string): string[] {
  const found = new Set<string>()
  for (const { tagName, attrs } of elements(page)) {
    found.add(`<${tagName}>`)
    for (const { name } of attrs) found.add(`${tagName} ${name}`)
  }
  return [...found].sort()
}

/** Scripts, handlers and addresses that the data could have brought in. */
export function weaponsIn(page: string): string[] {
  return elements(page).flatMap(({ tagName, attrs }) =>
    attrs
      .filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value))
      .map(({ name, value }) => `${tagName} ${name}=${value}`),
  )
}
