// Writes a report whole or not at all: a temporary file in the same folder, then a rename over the old one.
import { randomBytes } from 'node:crypto'
import type { Stats } from 'node:fs'
import {
  access,
  appendFile,
  constants,
  lstat,
  mkdir,
  open,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { SalescheckError } from '../index.ts'
import { writeCauses } from './write-causes.ts'

export function outputError(path: string, error: unknown): SalescheckError {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const cause = writeCauses[code] ?? (error instanceof Error ? error.message : String(error))
  return new SalescheckError('output', `cannot write ${path}: ${cause}`, {
    hint: 'The file that was there before, if any, is untouched.',
    cause: error,
  })
}

/** A link is followed, so that the file it names is replaced and not the link. */
async function target(path: string): Promise<string> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await realpath(path) : resolve(path)
  } catch (error) {
    if (isAbsent(error)) return resolve(path)
    throw error
  }
}

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Null when there is nothing of that name. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** Throws SalescheckError `output` when the path names one of the inputs, or when that cannot be told. */
export async function refuseInput(path: string, inputs: readonly string[]): Promise<void> {
  const wanted = await statOf(path).catch((error: unknown) => {
    throw outputError(path, error)
  })
  if (wanted === null) return
  for (const input of inputs) {
    const given = await statOf(input).catch((error: unknown) => {
      throw outputError(path, error)
    })
    if (given?.isFile() === true && given.ino === wanted.ino && given.dev === wanted.dev) {
      throw new SalescheckError('output', `${path} is one of the inputs and is not overwritten`, {
        hint: 'Name another output file.',
      })
    }
  }
}

const realOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))

/** Throws SalescheckError `output` when the folder lies in one that is read: the next run would take its tables for exports. */
export async function refuseInputFolder(folder: string, inputs: readonly string[]): Promise<void> {
  const place =
    (await statOf(folder)) === null
      ? join(await realOf(dirname(folder)), basename(folder))
      : await realOf(folder)
  for (const input of inputs) {
    const given = await statOf(input)
    if (given?.isDirectory() !== true) continue
    const real = await realOf(input)
    if (place === real || place.startsWith(real + sep)) {
      throw new SalescheckError(
        'output',
        `${folder} lies in ${input}, which is read: the next run would take the tables for exports`,
        {
          hint: 'Name a folder outside it.',
        },
      )
    }
  }
}

interface Prepared {
  readonly temporary: string
  readonly file: string
}

/** Writes the text beside its place; devices and pipes (`/dev/stdout`) are written directly and give null. */
async function prepare(path: string, text: string, mode: number | undefined): Promise<Prepared | null> {
  const file = await target(path)
  const old = await statOf(file)
  if (old?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  if (old !== null && !old.isFile()) {
    await writeFile(file, text)
    return null
  }
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    const handle = await open(temporary, 'wx', mode ?? (old === null ? 0o666 : old.mode & 0o777))
    try {
      await handle.writeFile(text, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    return { temporary, file }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

export interface OutputFile {
  readonly path: string
  readonly text: string
  readonly mode?: number
  /** A folder to be made for it, if it is not there. */
  readonly folder?: string | null
}

/** All files, or none: the first is put in place when the last is on the disk. Throws SalescheckError `output`. */
export async function writeAllWhole(files: readonly OutputFile[]): Promise<void> {
  const prepared: Prepared[] = []
  let current = ''
  try {
    for (const { path, text, mode, folder } of files) {
      current = path
      if (typeof folder === 'string') await mkdir(folder, { recursive: true })
      const made = await prepare(path, text, mode)
      if (made !== null) prepared.push(made)
    }
    for (const { temporary, file } of prepared) {
      current = file
      await rename(temporary, file)
    }
  } catch (error) {
    for (const { temporary } of prepared) await rm(temporary, { force: true })
    throw outputError(current, error)
  }
}

/** One file, whole or not at all; the old one stays as it was when writing fails. */
export const writeWhole = (path: string, text: string, mode?: number): Promise<void> =>
  writeAllWhole([mode === undefined ? { path, text } : { path, text, mode }])

/** Throws SalescheckError `output` unless something can be appended to the file, which need not be there yet. */
export async function assertAppendable(path: string): Promise<void> {
  try {
    const old = await statOf(path)
    if (old?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
    await access(old === null ? dirname(resolve(path)) : path, constants.W_OK)
  } catch (error) {
    throw outputError(path, error)
  }
}

/** At the end of whatever stands there by then: another run may have appended meanwhile. */
export async function append(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text)
  } catch (error) {
    throw outputError(path, error)
  }
}

export interface NamedOutput {
  /** As the user asked for it: `--rejects`. */
  readonly flag: string
  readonly path: string | undefined
}

/** Throws SalescheckError `usage` when two outputs name the same file: one would replace the other. */
export async function refuseSameOutput(outputs: readonly NamedOutput[]): Promise<void> {
  const known = new Map<string, string>()
  for (const { flag, path } of outputs) {
    if (path === undefined || path === '-') continue
    const old = await statOf(path).catch(() => null)
    if (old !== null && !old.isFile()) continue
    const place =
      old === null ? join(await realOf(dirname(resolve(path))), basename(path)) : await realOf(path)
    const before = known.get(place)
    if (before !== undefined)
      throw new SalescheckError(
        'usage',
        `${before} and ${flag} name the same file, ${path}: one would replace the other`,
        { hint: 'Name another file for one of them.' },
      )
    known.set(place, flag)
  }
}
