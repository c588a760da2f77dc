// What flags, the mapping file and the preset say about the cells of a source, in this order of weight.
import { presets } from '../presets/index.ts'
import { tables } from '../schema/index.ts'
import type { Told } from './load/input.ts'
import type { DateOrder, Mapping } from './mapping.ts'
import type { MappingOverride } from './recognise/index.ts'
import { choiceWords } from './values/index.ts'

const units = { units: 1, thousands: 1000, millions: 1_000_000 } as const

export interface GeneralHints {
  readonly dateOrder: DateOrder | null
  readonly decimal: '.' | ',' | null
  readonly amountsIn: keyof typeof units
}

export function toldOf(mapping: Mapping, override: MappingOverride | undefined, general: GeneralHints): Told {
  const preset = presets.find(({ id }) => id === mapping.preset)
  const dateOrder = override?.dateOrder ?? general.dateOrder ?? preset?.dateOrder
  const decimal = override?.decimal ?? general.decimal
  // --amounts-in is about targets: people keep them in thousands, exports of deals never are.
  const unit = override?.amountsIn ?? (mapping.table === 'targets' ? general.amountsIn : 'units')
  const scoreOffset = override?.scoreOffset ?? preset?.scoreOffset
  const words = new Map<string, ReadonlyMap<string, string>>()
  if (mapping.table !== null) {
    for (const [column, { type }] of Object.entries(tables[mapping.table].columns)) {
      if (type !== 'choice') continue
      words.set(
        column,
        choiceWords(mapping.table, column, preset?.values?.[column], override?.values?.[column]),
      )
    }
  }
  return {
    words,
    unit: units[unit],
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === null || decimal === undefined ? {} : { decimal }),
    ...(scoreOffset === undefined ? {} : { scoreOffset }),
    ...(preset?.amountPerLine === undefined ? {} : { amountPerLine: preset.amountPerLine }),
  }
}
