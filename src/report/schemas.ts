// The schemas by which data from outside is checked, and from which the JSON Schemas are made.
export { inspection } from './inspection.ts'
export { detectorOutcome, historyEntry, report } from './report.ts'
