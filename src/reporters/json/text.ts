// The one place where data becomes JSON that people and build runners may see pass by.

// JSON allows them bare. Terminals obey some, others turn the text around them.
const unseen = /[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * A JSON text without control characters and without anything that reorders text, only escapes of them; a parser gives back the very same
 * texts. `##[` and `##vso[`, which runners of GitHub and Azure obey wherever they stand in a line, are broken by an escape too.
 */
export const harmless = (json: string): string =>
  json.replaceAll(unseen, escaped).replaceAll('##', String.raw`#\u0023`)

export const jsonText = (value: unknown, indent?: number): string =>
  harmless(JSON.stringify(value, null, indent))
