// A sheet as recognition sees it, written as lines of cells separated by `|`.
import { recognise, type RecogniseOptions } from '../../../src/ingest/recognise/index.ts'
import type { Mapping } from '../../../src/ingest/mapping.ts'
import { presets } from '../../../src/presets/index.ts'

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim())

function sheet(name: string, header: string, ...rows: string[]) {
  return {
    name,
    header: { names: cellsOf(header) },
    sample: rows.map((row, index) => ({ line: index + 2, cells: cellsOf(row) })),
  }
}

export const read = (
  name: string,
  lines: readonly [string, ...string[]],
  options: Partial<RecogniseOptions> = {},
): Mapping => {
  const [header, ...rows] = lines
  return recognise(sheet(name, header, ...rows), { presets, ...options })
}

/** `column=Header` of every mapped column, in the order of the file. */
export const columnsOf = (mapping: Mapping): string[] =>
  mapping.columns.map(({ column, header }) => `${column}=${header}`)
