// What a source means: which table it is, which column is which, and why.
export { overrideFor, type MappingOverride } from './override.ts'
export { recognise, type RecogniseOptions } from './recognise.ts'
export { isKnownHeader } from './vocabulary.ts'
export { unmetEntries } from './unmet-entries.ts'
