// The mapping that was found, as a salescheck.json to be edited.
import type { Inspection } from '../report/index.ts'

/** One entry per file; columns that nothing was found for are left out. `inspect` lists the headers that could fill them. */
export function mappingFile(inspection: Inspection): string {
  const files: Record<string, unknown> = {}
  for (const { name, table, mapping } of inspection.sources) {
    const columns = mapping.flatMap(({ column, header }) =>
      header === null ? [] : [[column, header] as const],
    )
    const entry = table === null ? { ignore: true } : { table, columns: Object.fromEntries(columns) }
    Object.defineProperty(files, name, { value: entry, enumerable: true, configurable: true, writable: true })
  }
  const config = { $schema: 'node_modules/salescheck/dist/config.schema.json', files }
  return `${JSON.stringify(config, null, 2)}\n`
}
