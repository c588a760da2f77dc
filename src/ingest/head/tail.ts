// A look at the end of a file: footers and totals stand there, out of sight of the head.
import type { FileHandle } from 'node:fs/promises'
import { noDataClass } from '../records/no-data.ts'
import { RecordScanner } from '../records/scanner.ts'
import type { TableShape } from '../records/table-shape.ts'
import type { CsvDialect } from '../source.ts'

const tailBytes = 32 * 1024

/** The classes of the rows at the very end that are no data, and whether the file ends in a Ctrl-Z. */
export async function tailOddities(
  file: FileHandle,
  from: number,
  size: number,
  dialect: CsvDialect,
  shape: TableShape,
): Promise<string[]> {
  const start = Math.max(from, size - tailBytes)
  const buffer = Buffer.allocUnsafe(size - start)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start)
  const text = buffer.toString('utf8', 0, bytesRead)
  const scanner = new RecordScanner(dialect, shape.names.length)
  scanner.push(start === from ? text : text.slice(text.indexOf('\n') + 1))
  scanner.end()
  let found = new Set<string>()
  for (let record = scanner.next(); record !== null; record = scanner.next()) {
    const kind = noDataClass(record.cells, shape)
    if (kind === null) found = new Set()
    else found.add(kind)
  }
  if (scanner.ctrlZ) found.add('ctrl-z')
  return [...found].sort()
}
