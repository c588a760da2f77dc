// Where a detector's README is: beside the sources, or under `explain/` where the build puts it. The code that asks may be in any folder
// below, as the bundler likes.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/**
 * The README as Markdown, looked for from `folder` upwards to the root of the package; null when it did not come along. `id` is that of a
 * detector of ours.
 */
export async function readmeOf(id: string, folder: string = import.meta.dirname): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found =
      (await readIfThere(join(at, 'explain', `${id}.md`))) ??
      (await readIfThere(join(at, 'detectors', id, 'README.md')))
    if (found !== null) return found
    const root = at === dirname(at) || (await readIfThere(join(at, 'package.json'))) !== null
    if (root) return null
  }
}
