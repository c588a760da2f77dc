// A new file in the run's temporary folder, never one that is there already.
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCodeOf, fileError } from './file-error.ts'

const attempts = 1000

/** `stem`: what it is, as in `3-unpacked`; opened several times, a source gets several copies. */
export async function temporaryFile(
  folder: string,
  stem: string,
): Promise<{ file: FileHandle; path: string }> {
  for (let attempt = 1; ; attempt++) {
    const path = join(folder, `${stem}-${attempt}.csv`)
    try {
      return { file: await open(path, 'wx', 0o600), path }
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST' || attempt === attempts) throw fileError(error, path, 'write')
    }
  }
}
