// The schemas by which data from outside is checked, and from which the JSON Schemas are made.
export { finding } from './finding.ts'
export { inspection } from './inspection.ts'
export { detectorOutcome, historyEntry, report } from './report.ts'
export { table } from './table.ts'
