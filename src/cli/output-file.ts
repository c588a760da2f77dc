// Writes a report whole or not at all: a temporary file in the same folder, then a rename over the old one.
import { randomBytes } from 'node:crypto'
import { lstat, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { SalescheckError } from '../index.ts'

const causes: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
}

export function outputError(path: string, error: unknown): SalescheckError {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const cause = causes[code] ?? (error instanceof Error ? error.message : String(error))
  return new SalescheckError('output', `cannot write ${path}: ${cause}`, {
    hint: 'The file that was there before, if any, is untouched.',
    cause: error,
  })
}

/** A link is followed, so that the file it names is replaced and not the link. */
async function target(path: string): Promise<string> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await realpath(path) : resolve(path)
  } catch {
    return resolve(path)
  }
}

/** Throws SalescheckError `output` when the path names one of the inputs. */
export async function refuseInput(path: string, inputs: readonly string[]): Promise<void> {
  const wanted = await stat(path).catch(() => null)
  if (wanted === null) return
  for (const input of inputs) {
    const given = await stat(input).catch(() => null)
    if (given?.isFile() === true && given.ino === wanted.ino && given.dev === wanted.dev) {
      throw new SalescheckError('output', `${path} is one of the inputs and is not overwritten`, {
        hint: 'Name another output file.',
      })
    }
  }
}

/** Throws SalescheckError `output`; the old file stays as it was. Devices and pipes (`/dev/stdout`) are written directly. */
export async function writeWhole(path: string, text: string, mode?: number): Promise<void> {
  const file = await target(path)
  const old = await stat(file).catch(() => null)
  const special = old !== null && !old.isFile() && !old.isDirectory()
  const temporary = special
    ? file
    : join(dirname(file), `.${basename(file)}.${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    if (old?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
    const handle = await open(
      temporary,
      special ? 'w' : 'wx',
      mode ?? (old === null ? 0o666 : old.mode & 0o777),
    )
    try {
      await handle.writeFile(text, 'utf8')
      if (!special) await handle.sync()
    } finally {
      await handle.close()
    }
    if (!special) await rename(temporary, file)
  } catch (error) {
    if (!special) await rm(temporary, { force: true })
    throw outputError(path, error)
  }
}
