// Loading recognised sources into an engine, and what is told of it afterwards.
export type { LoadInput, LoadOptions, Told } from './input.ts'
export { loadSources, type LoadReport } from './load-sources.ts'
export { storeAsText } from './lists.ts'
export type { LoadedSource } from './loaded.ts'
export { NotUtf8 } from './not-utf8.ts'
export { profileTables } from './profile.ts'
export { joinTables } from './joins.ts'
export { formatWords } from './format-words.ts'
