// What a source means: which table it is, which column is which, and why.
export { isKnownHeader } from './vocabulary.ts'
