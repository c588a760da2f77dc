// Which preset an export is of: all of its recognising headers are there, and of those that fit, the one that knows the most headers.
import type { Preset } from '../../presets/preset.ts'
import type { TableName } from '../../schema/index.ts'
import type { MappedColumn, SetAsideRule } from '../mapping.ts'
import { fold } from '../values/index.ts'
import { headerKey, type HeaderForms } from './header.ts'
import { questionOf } from './question.ts'

export interface PresetMatch {
  readonly preset: Preset
  /** Headers of the source that the preset knows. */
  readonly known: number
}

/** First header with the form, by squeezed form; whole headers before those freed from a prefix. */
export function positions(forms: readonly HeaderForms[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let depth = 0; depth < 4; depth++)
    forms.forEach(({ keys }, index) => {
      const key = keys[depth]
      if (key !== undefined && !found.has(key)) found.set(key, index)
    })
  return found
}

/** Position of a preset's header in the source: of its wordings (`Is Won|Won`) the first that is there. */
export function indexOf(where: ReadonlyMap<string, number>, header: string): number | null {
  for (const wording of header.split('|')) {
    const index = where.get(headerKey(wording))
    if (index !== undefined) return index
  }
  return null
}

/** Every header the preset knows, used or not. */
const headersOf = ({ columns, also, ignore, flags, setAside }: Preset): string[] => [
  ...Object.values(columns).flat(),
  ...Object.values(also ?? {}).flat(),
  ...(ignore ?? []),
  ...Object.values(flags ?? {}),
  ...(setAside ?? []).map(({ header }) => header),
]

/** Positions of the headers that a preset knows: none of them is offered to synonyms. */
export function knownIndexes(preset: Preset, where: ReadonlyMap<string, number>): ReadonlySet<number> {
  return new Set(headersOf(preset).flatMap((header) => indexOf(where, header) ?? []))
}

/** Presets that fit, best first. */
export function matchPresets(
  presets: readonly Preset[],
  names: readonly string[],
  forms: readonly HeaderForms[],
  pin: TableName | undefined,
): PresetMatch[] {
  const where = positions(forms)
  const asksScore = names.some((name) => questionOf(name) === 'score')
  return presets
    .filter((preset) => pin === undefined || preset.table === pin)
    .filter(({ recognise }) =>
      recognise.every((header) => (header === '?score' ? asksScore : indexOf(where, header) !== null)),
    )
    .map((preset) => ({ preset, known: knownIndexes(preset, where).size }))
    .toSorted(
      (a, b) =>
        b.known - a.known ||
        b.preset.recognise.length - a.preset.recognise.length ||
        (a.preset.id < b.preset.id ? -1 : 1),
    )
}

/** The columns a preset maps, each header once; a column may have several, of which the first filled cell of a row counts. */
export function presetColumns(
  preset: Preset,
  names: readonly string[],
  forms: readonly HeaderForms[],
): MappedColumn[] {
  const where = positions(forms)
  const used = new Set<number>()
  const columns: MappedColumn[] = []
  const take = (column: string, header: string): boolean => {
    const index = indexOf(where, header)
    if (index === null || used.has(index)) return false
    used.add(index)
    columns.push({ column, index, header: names[index] ?? '', why: `preset ${preset.id}`, format: null })
    return true
  }
  for (const [column, headers] of Object.entries(preset.columns))
    headers.some((header) => take(column, header))
  for (const [column, headers] of Object.entries(preset.also ?? {}))
    for (const header of headers) take(column, header)
  return columns
}

export function presetSetAside(preset: Preset, forms: readonly HeaderForms[]): SetAsideRule[] {
  const where = positions(forms)
  return (preset.setAside ?? []).flatMap(({ header, words, class: name }) => {
    const index = indexOf(where, header)
    return index === null ? [] : [{ index, words: new Set(words.map(fold)), class: name }]
  })
}
