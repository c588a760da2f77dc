// The day the pipeline is looked at: as far as the deals reach, or the last day asked for.
import type { CalendarDate } from '../../schema/index.ts'
import type { DetectorInput } from '../detector.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

export const endOf = ({ horizon, until }: Pick<Input, 'horizon' | 'until'>): CalendarDate => {
  const reach = horizon('deals')
  return until !== null && until < reach ? until : reach
}
