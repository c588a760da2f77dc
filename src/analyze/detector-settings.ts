// What can be set for a detector: its own options, and what its findings count for.
import type { Detector } from '../detectors/detector.ts'
import type { ChoiceOption, OptionSpecs } from '../detectors/options.ts'
import { severities } from '../report/index.ts'

const severity: ChoiceOption = {
  type: 'choice',
  default: 'problem',
  choices: severities,
  help: 'What the findings count for at most, for --fail-on and in CI; the report keeps its verdicts.',
}

export const detectorSettings = ({ options }: Detector): OptionSpecs => ({ ...options, severity })
