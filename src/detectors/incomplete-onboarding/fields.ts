// Which fields must be filled: those the settings name, as far as the export has them.
import type { Present } from '../../rollups/rollup.ts'

export const knownFields = [
  'billing_contact',
  'tax_id',
  'payment_details',
  'signed_contract',
  'required_1',
  'required_2',
  'required_3',
  'required_4',
  'owner',
  'product',
  'segment',
] as const
export type Field = (typeof knownFields)[number]

export interface Fields {
  /** Asked for and in the export. */
  readonly present: readonly Field[]
  /** Asked for, but no column of the export is mapped to it. */
  readonly absent: readonly Field[]
  /** Asked for, but no field that salescheck knows. */
  readonly unknown: readonly string[]
}

/** `Billing contact` is billing_contact. */
const fieldOf = (name: string): Field | undefined => {
  const column = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return knownFields.find((field) => field === column)
}

export function fieldsOf(asked: readonly string[], present: Present): Fields {
  const known = new Set<Field>()
  const unknown: string[] = []
  for (const name of asked) {
    const field = fieldOf(name)
    if (field === undefined) unknown.push(name)
    else known.add(field)
  }
  const all = [...known]
  return {
    present: all.filter((field) => present.has('customers', field)),
    absent: all.filter((field) => !present.has('customers', field)),
    unknown,
  }
}

/** `billing contact` */
export const fieldText = (field: string): string => field.replaceAll('_', ' ')

/** Words that fill a cell and say that nothing is there. */
export const emptyWords = [
  'no',
  'n',
  'false',
  '0',
  'none',
  'missing',
  'pending',
  'tbd',
  'n/a',
  'na',
  '-',
  '?',
] as const
