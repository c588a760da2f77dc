// Which preset an export is of: all of its recognising headers are there, and of those that fit, the one that knows the most headers.
import type { Preset } from '../../presets/preset.ts'
import type { TableName } from '../../schema/index.ts'
import type { MappedColumn, SetAsideRule } from '../mapping.ts'
import { fold } from '../values/index.ts'
import { headerKey, type HeaderForms } from './header.ts'

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

const has = (where: ReadonlyMap<string, number>, header: string): boolean =>
  header.split('|').some((wording) => indexOf(where, wording) !== null)

/** Position of a preset's header in the source; the preset may write it with or without the object prefix. */
export function indexOf(where: ReadonlyMap<string, number>, header: string): number | null {
  return where.get(headerKey(header)) ?? null
}

function knownHeaders(preset: Preset, where: ReadonlyMap<string, number>): number {
  const known = new Set<number>()
  const all = [
    ...Object.values(preset.columns).flat(),
    ...(preset.ignore ?? []),
    ...Object.values(preset.flags ?? {}),
  ]
  for (const header of all) {
    const index = indexOf(where, header)
    if (index !== null) known.add(index)
  }
  return known.size
}

/** Presets that fit, best first. */
export function matchPresets(
  presets: readonly Preset[],
  forms: readonly HeaderForms[],
  pin: TableName | undefined,
): PresetMatch[] {
  const where = positions(forms)
  return presets
    .filter((preset) => pin === undefined || preset.table === pin)
    .filter((preset) => preset.recognise.every((header) => has(where, header)))
    .map((preset) => ({ preset, known: knownHeaders(preset, where) }))
    .toSorted(
      (a, b) =>
        b.known - a.known ||
        b.preset.recognise.length - a.preset.recognise.length ||
        (a.preset.id < b.preset.id ? -1 : 1),
    )
}

/** The columns a preset maps, each header once. */
export function presetColumns(
  preset: Preset,
  names: readonly string[],
  forms: readonly HeaderForms[],
): MappedColumn[] {
  const where = positions(forms)
  const used = new Set<number>()
  const columns: MappedColumn[] = []
  for (const [column, headers] of Object.entries(preset.columns)) {
    for (const header of headers) {
      const index = indexOf(where, header)
      if (index === null || used.has(index)) continue
      used.add(index)
      columns.push({ column, index, header: names[index] ?? '', why: `preset ${preset.id}`, format: null })
      break
    }
  }
  return columns
}

/** Headers the preset knows and leaves alone. */
export function ignoredIndexes(preset: Preset, forms: readonly HeaderForms[]): ReadonlySet<number> {
  const where = positions(forms)
  const headers = [...(preset.ignore ?? []), ...(preset.setAside ?? []).map(({ header }) => header)]
  return new Set(headers.map((header) => indexOf(where, header)).filter((index) => index !== null))
}

export function presetSetAside(preset: Preset, forms: readonly HeaderForms[]): SetAsideRule[] {
  const where = positions(forms)
  return (preset.setAside ?? []).flatMap(({ header, words, class: name }) => {
    const index = indexOf(where, header)
    return index === null ? [] : [{ index, words: new Set(words.map(fold)), class: name }]
  })
}
