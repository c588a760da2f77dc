// What the operating system says about a file, in a sentence a person can act on.
import { SalescheckError } from '../../errors.ts'

export function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Whether the operating system refused something: such errors are about the user's files, all others are ours. */
export const isFromSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && /^E[A-Z0-9]+$/.test(errorCodeOf(error))

/** `doing`: what was tried, as in `read`, `write the unpacked copy of`. Our own errors and aborts pass unchanged. */
export function fileError(error: unknown, name: string, doing = 'read'): Error {
  if (error instanceof SalescheckError) return error
  if (error instanceof Error && error.name === 'AbortError') return error
  const code = errorCodeOf(error)
  const place = { file: name }
  const more = { place, cause: error }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new SalescheckError('input-missing', `there is no file or folder ${name}`, {
        ...more,
        hint: 'check the spelling; paths are taken from the folder you are in',
      })
    case 'EACCES':
    case 'EPERM':
      return new SalescheckError('input-unreadable', `no permission to ${doing} ${name}`, more)
    case 'ELOOP':
      return new SalescheckError('input-unreadable', `${name} is a link that leads back to itself`, more)
    case 'ENAMETOOLONG':
      return new SalescheckError('input-missing', 'there is no file with so long a name', more)
    case 'ENOSPC':
    case 'EDQUOT':
      return new SalescheckError('output', `the disk is full: could not ${doing} ${name}`, {
        ...more,
        hint: 'free some space, or name another temporary folder in TMPDIR',
      })
    case 'EMFILE':
    case 'ENFILE':
      return new SalescheckError('input-unreadable', `too many open files to ${doing} ${name}`, more)
    default: {
      const reason = error instanceof Error ? error.message : String(error)
      return new SalescheckError('input-unreadable', `could not ${doing} ${name}: ${reason}`, more)
    }
  }
}
