// Reading exports: from paths to loaded tables.
export { anonymize, type PseudonymMap } from './anonymize.ts'
export { readExports, type Exports, type Unreadable } from './read-exports.ts'
export { formatWords, joinTables, profileTables, type LoadedSource } from './load/index.ts'
export { quoted } from './values/index.ts'
export type { RejectedRow } from './diagnostic.ts'
export type { Mapping } from './mapping.ts'
export type { MappingOverride } from './recognise/index.ts'
export type { Source as SourceFile } from './source.ts'
