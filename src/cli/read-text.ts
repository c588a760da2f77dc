// Reads a small text file the user named: reports, histories.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { SalescheckError } from '../index.ts'
import type { Io } from './io.ts'

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
}

/** Throws SalescheckError `input-missing` or `input-unreadable`; with `optional`, a file that is not there is null. */
export async function readText(path: string, io: Io, optional: boolean): Promise<string | null> {
  try {
    return await readFile(resolve(io.cwd, path), 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (optional && code === 'ENOENT') return null
    const cause = causes[code] ?? (error instanceof Error ? error.message : String(error))
    throw new SalescheckError(
      code === 'ENOENT' ? 'input-missing' : 'input-unreadable',
      `cannot read ${path}: ${cause}`,
    )
  }
}
