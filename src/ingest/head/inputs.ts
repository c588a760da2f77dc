// From the paths of the command line to the files to read: files as they are named, folders searched for exports, `-` for stdin.
import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { SalescheckError } from '../../errors.ts'
import { errorCodeOf, fileError } from './file-error.ts'

export interface InputFile {
  /** As the user wrote it, or as found below a folder the user wrote; `stdin`. */
  readonly name: string
  /** Null: stdin. */
  readonly path: string | null
}

const extensions = ['.csv', '.tsv', '.txt', '.csv.gz', '.tsv.gz', '.txt.gz']
const folderDepth = 64

/**
 * The files to read, in the order of `paths`, those of a folder by code unit; none twice. Throws SalescheckError `input-missing`,
 * `input-unreadable` or `usage`.
 */
export function findInputs(paths: readonly string[]): InputFile[] {
  const found: InputFile[] = []
  const seen = new Set<string>()
  const add = (name: string, path: string): void => {
    const real = realOf(path)
    if (!seen.has(real)) found.push({ name, path })
    seen.add(real)
  }
  for (const path of paths) {
    if (path === '-') {
      if (!seen.has('-')) found.push({ name: 'stdin', path: null })
      seen.add('-')
      continue
    }
    const stats = statOf(path)
    if (stats.isDirectory()) {
      const files = exportsBelow(path, folderDepth, new Set())
      if (files.length === 0) throw emptyFolder(path)
      for (const file of files) add(file, file)
    } else {
      refuseSpecial(stats, path)
      // A pipe has no real path worth comparing: naming it twice would read it once.
      if (stats.isFile()) add(path, path)
      else found.push({ name: path, path })
    }
  }
  return found
}

function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    throw fileError(error, path)
  }
}

function statOf(path: string): Stats {
  if (path === '' || path.includes('\0')) {
    throw new SalescheckError('input-missing', 'an empty path names no file', {
      hint: 'name a file, a folder, or - for stdin',
    })
  }
  try {
    return statSync(path)
  } catch (error) {
    throw fileError(error, path)
  }
}

function refuseSpecial(stats: Stats, path: string): void {
  const kind =
    stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : stats.isSocket() ? 'a socket' : null
  if (kind === null) return
  throw new SalescheckError('input-unreadable', `${path} is ${kind}, not a file`, {
    place: { file: path },
    hint: 'name a file or a folder; - reads standard input',
  })
}

/** Hidden entries are skipped; links are followed, but no folder is entered twice on one way down. */
function exportsBelow(folder: string, depth: number, above: ReadonlySet<string>): string[] {
  const real = realOf(folder)
  if (depth === 0 || above.has(real)) return []
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    throw fileError(error, folder)
  }
  const files: string[] = []
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    let stats: Stats
    try {
      stats = statSync(path)
    } catch (error) {
      // A link to nowhere, or an entry that went away meanwhile: nobody named it, so nobody misses it.
      if (['ENOENT', 'ELOOP'].includes(errorCodeOf(error))) continue
      throw fileError(error, path)
    }
    if (stats.isDirectory()) {
      for (const file of exportsBelow(path, depth - 1, new Set([...above, real]))) files.push(file)
    } else if (stats.isFile() && extensions.some((extension) => name.toLowerCase().endsWith(extension))) {
      files.push(path)
    }
  }
  return files
}

function emptyFolder(path: string): SalescheckError {
  return new SalescheckError('input-missing', `no exports in ${path}`, {
    place: { file: path },
    hint: 'salescheck reads .csv, .tsv and .txt files, also with .gz; name a file of another extension itself',
  })
}
