// Everything a report is made of: the zod schemas, and the types made from them.
export * from './finding.ts'
export * from './format.ts'
export * from './inspection.ts'
export * from './report.ts'
export * from './source.ts'
export * from './table.ts'
export * from './values.ts'
