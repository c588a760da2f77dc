// Everything a report is made of: types, and how numbers are written. The checks themselves (zod) are in schemas.ts: they are loaded
// only where data from outside is checked, because the schema library costs start-up time.
export type * from './finding.ts'
export type * from './inspection.ts'
export type * from './report.ts'
export type * from './source.ts'
export type * from './table.ts'
export type * from './unlock.ts'
export type * from './values.ts'
export * from './format.ts'
export * from './severity.ts'
export { schemaVersion } from './version.ts'
