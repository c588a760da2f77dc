// A property over many made-up inputs, the same ones on every run: a red test must stay red.
import { assert } from 'fast-check'
import type { IRawProperty } from 'fast-check'

export function holds<Inputs>(property: IRawProperty<Inputs, false>, runs = 200): void {
  assert(property, { seed: 20_240_229, numRuns: runs })
}
