// What a detector brings to `npm run calibrate`: businesses drawn at random, judged by its own decision, so that how often it cries wolf
// and how often it finds what it is meant to find are measured and not believed.
import type { Random } from '../bench/random.ts'
import type { OutcomeName } from '../../src/report/index.ts'

/** What became of one drawn business. */
export interface Trial {
  outcome: OutcomeName
  /** The subjects of its `problem` findings (an owner, a reason); a single-test detector may leave it empty. */
  flagged: readonly string[]
  /** The subjects that were planted as truly faulty. */
  planted: readonly string[]
}

export interface Calibration {
  detector: string
  /** A `single` detector gives one verdict for the company; a `family` judges many owners, reasons or products at once. */
  kind: 'single' | 'family'
  /** A healthy business; where there is a limit, the truth lies exactly at it. */
  healthy(random: Random): Trial | Promise<Trial>
  /** A business with the fault that the detector is meant to catch. */
  faulty(random: Random): Trial | Promise<Trial>
  /** That fault in words, as the detector's README states it: limit, size and n. */
  fault: string
}
