// What further exports would make possible: the columns that are missing, and the questions that could then be answered.
import { z } from 'zod'

export const unlock = z.strictObject({
  /** Questions that could then be answered, in the order they are asked. */
  detectors: z.array(z.string()).min(1),
  missing: z
    .array(
      z.strictObject({
        table: z.string(),
        columns: z.array(z.string()),
        /** Some file is this table already: it lacks columns. Else a whole export is missing. */
        present: z.boolean(),
      }),
    )
    .min(1),
  /** `add an export of invoices (confirmed on): paid-before-confirmed could then run` */
  sentence: z.string(),
})
export type Unlock = z.infer<typeof unlock>
