// The report as one JSON document: stable key order, one line per table row, only finite numbers.
import type { Inspection, Report } from '../report/index.ts'
import { harmless } from './json/text.ts'
import type { Reporter } from './reporter.ts'

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object'

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('a report holds finite numbers only')
  return JSON.stringify(value)
}

function write(value: unknown, indent: string): string {
  if (isScalar(value)) return scalar(value)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    if (value.every(isScalar)) return `[${value.map(scalar).join(', ')}]`
    return `[\n${value.map((item) => deeper + write(item, deeper)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value as object).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${write(item, deeper)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** Made harmless as a whole: a cell at a time takes far longer. */
const textOf = (value: Report | Inspection): string => `${harmless(write(value, ''))}\n`

export const json: Reporter = {
  id: 'json',
  summary: 'everything about the run as one JSON document with a published schema',
  extension: '.json',
  render: textOf,
}

/** What `inspect` found, in the same form. */
export const inspectionJson = (inspection: Inspection): string => textOf(inspection)
