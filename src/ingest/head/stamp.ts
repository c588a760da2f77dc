// Sees whether a file changed between opening it and the end of reading.
import { statSync } from 'node:fs'
import { SalescheckError } from '../../errors.ts'
import type { FileStamp, Source } from '../source.ts'
import { errorCodeOf, fileError } from './file-error.ts'

export function stampOf(stats: { size: number; mtimeMs: number }): FileStamp {
  return { size: stats.size, mtimeMs: stats.mtimeMs }
}

/** Throws SalescheckError `input-changed` when the user's file is not as it was when it was opened, or is gone. */
export function assertUnchanged(source: Pick<Source, 'name' | 'stamp' | 'userFile'>): void {
  if (source.stamp === null || source.userFile === null) return
  let now: FileStamp | null
  try {
    now = stampOf(statSync(source.userFile))
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') throw fileError(error, source.name)
    now = null
  }
  if (now !== null && now.size === source.stamp.size && now.mtimeMs === source.stamp.mtimeMs) return
  const what = now === null ? 'vanished' : 'changed'
  throw new SalescheckError('input-changed', `${source.name} ${what} while it was read`, {
    place: { file: source.name },
    hint: 'run again when nothing writes to it',
  })
}
