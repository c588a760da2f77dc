// How won, lost and open of deals are told: flag columns before the words of a status, those before the words of the stage.
import type { Preset } from '../../presets/preset.ts'
import type { MappedColumn, StatusRule } from '../mapping.ts'
import type { ChoiceWords } from '../values/index.ts'
import type { Headers } from './assignment.ts'
import type { Profile } from './content.ts'
import { indexOf, positions } from './preset-match.ts'

const flagHeaders = {
  won: ['is won', 'is closed won', 'iswon', 'hs is closed won', 'closed won', 'won', 'won flag', 'deal won'],
  lost: ['is lost', 'is closed lost', 'islost', 'hs is closed lost', 'lost', 'lost flag', 'deal lost'],
  closed: ['is closed', 'isclosed', 'hs is closed', 'closed'],
} as const

export interface StatusInput {
  readonly headers: Headers
  readonly columns: readonly MappedColumn[]
  readonly preset: Preset | null
  readonly words: ChoiceWords
}

/** The rule, or null when nothing in the file says what became of a deal. */
export function statusRule(input: StatusInput): StatusRule | null {
  const { headers, preset, columns } = input
  const where = positions(headers.forms)
  const taken = new Set(
    columns.filter(({ column }) => column !== 'status' && column !== 'stage').map(({ index }) => index),
  )
  const find = (kind: keyof typeof flagHeaders): number | null => {
    const told = preset?.flags?.[kind]
    if (told !== undefined) {
      const index = indexOf(where, told)
      if (index !== null) return index
    }
    for (const header of flagHeaders[kind]) {
      const index = indexOf(where, header)
      // `Won` may also be an amount or a date: only yes and no decide.
      if (index !== null && !taken.has(index) && isFlag(headers.profile(index))) return index
    }
    return null
  }
  const rule: StatusRule = {
    wonIndex: find('won'),
    lostIndex: find('lost'),
    closedIndex: find('closed'),
    wordsIndex: wordsIndex(input),
  }
  const found = rule.wonIndex ?? rule.lostIndex ?? rule.wordsIndex
  return found === null ? null : rule
}

const isFlag = (profile: Profile): boolean =>
  profile.filled > 0 && profile.flags >= 0.9 && profile.distinct <= 4

/** The status column when its words tell won from lost, else the stage when that one does. */
function wordsIndex({ headers, columns, words, preset }: StatusInput): number | null {
  const at = (column: string): number | null =>
    columns.find((mapped) => mapped.column === column)?.index ?? null
  const status = at('status')
  const stage = at('stage')
  if (status === null || stage === null || preset?.columns['status'] !== undefined) return status ?? stage
  const decides = (index: number): boolean => {
    const { choices } = headers.understood(index, words)
    return choices.has('won') || choices.has('lost')
  }
  return !decides(status) && decides(stage) ? stage : status
}
