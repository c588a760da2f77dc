// The folder of one run for unpacked and transcoded copies, and for what the engine spills.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SalescheckError } from '../../errors.ts'
import { errorCodeOf } from './file-error.ts'

const causes: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'it is no folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
])

/** Throws SalescheckError `output`. */
export async function temporaryFolder(): Promise<string> {
  const parent = tmpdir()
  try {
    return await mkdtemp(join(parent, 'salescheck-'))
  } catch (error) {
    const cause = causes.get(errorCodeOf(error)) ?? (error instanceof Error ? error.message : String(error))
    throw new SalescheckError('output', `cannot make a temporary folder in ${parent}: ${cause}`, {
      hint: 'name another folder in TMPDIR',
      cause: error,
    })
  }
}

/** Never throws: what was read is right although a copy of it stays behind, and the first error of a run is the one to tell. */
export async function removeTemporary(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined)
}
