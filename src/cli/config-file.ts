// Finds salescheck.json: the one named, else the one beside the exports or above them, else upwards from here, to the repository root.
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { SalescheckError } from '../index.ts'
import type { Io } from './io.ts'

export const configName = 'salescheck.json'
const largest = 1024 * 1024

export interface ConfigText {
  readonly path: string
  readonly text: string
}

// Folders that may not be looked into hold no configuration for us.
const absent: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG'])

/** Throws SalescheckError `config` when that cannot be told: a configuration passed over would change the answers. */
async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return false
    throw unreadable(path, error)
  }
}

const unreadable = (path: string, error: unknown): SalescheckError =>
  new SalescheckError(
    'config',
    `cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
    { hint: 'name the file with --config FILE, or go without one: --no-config' },
  )

async function read(path: string, shown: string): Promise<ConfigText> {
  try {
    if ((await stat(path)).size > largest) {
      throw new SalescheckError(
        'config',
        `${shown} is larger than 1 MiB: that is not a salescheck configuration`,
      )
    }
    return { path: shown, text: await readFile(path, 'utf8') }
  } catch (error) {
    if (error instanceof SalescheckError) throw error
    throw unreadable(shown, error)
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** Throws SalescheckError `config` where the exports lie beside several: each would change the answers. */
async function ofExports(paths: readonly string[], { cwd, env }: Io): Promise<string | null> {
  const found = new Set<string>()
  for (const path of paths) {
    if (path === '-') continue
    const place = resolve(cwd, path)
    const above = await upwards((await isFolder(place)) ? place : dirname(place), env['HOME'])
    if (above !== null) found.add(above)
  }
  const [first, second] = found
  if (first !== undefined && second !== undefined)
    throw new SalescheckError(
      'config',
      `the exports have several configurations: ${relative(cwd, first)} and ${relative(cwd, second)}`,
      { hint: 'name the one that counts with --config FILE, or go without: --no-config' },
    )
  return first ?? null
}

async function upwards(cwd: string, home: string | undefined): Promise<string | null> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, configName)
    if (await exists(candidate)) return candidate
    const end = folder === dirname(folder) || folder === home || (await exists(join(folder, '.git')))
    if (end) return null
  }
}

/** `named`: --config FILE, false for --no-config, undefined to look. */
export async function findConfig(
  named: string | false | undefined,
  paths: readonly string[],
  io: Io,
): Promise<ConfigText | null> {
  if (named === false) return null
  if (named !== undefined) return read(resolve(io.cwd, named), named)
  const found = (await ofExports(paths, io)) ?? (await upwards(io.cwd, io.env['HOME']))
  return found === null ? null : read(found, relative(io.cwd, found) || found)
}
