// What a stopped statement ends in.
import { SalescheckError } from '../../errors.ts'

export const interrupted = (cause?: unknown): SalescheckError =>
  new SalescheckError('interrupted', 'interrupted before the work was done', { cause })
