// What a source means: which table it is, which column is which, and why.
export { nearest } from './nearest.ts'
export { overrideFor, type MappingOverride, type Overrides } from './override.ts'
export { recognise, type RecogniseOptions } from './recognise.ts'
export { isKnownHeader } from './vocabulary.ts'
