// Where the third-party files are, which are no part of the project.
import { existsSync } from 'node:fs'

/** The folder named on the command line, else by SALESCHECK_CORPUS_DIR; null, said loudly, when there is none. */
export function corpusDir(argument: string | undefined): string | null {
  const folder = argument ?? process.env['SALESCHECK_CORPUS_DIR']
  if (folder !== undefined && existsSync(folder)) return folder
  const why = folder === undefined ? 'no folder named' : `no folder ${folder}`
  process.stderr.write(
    `NOT RUN: ${why}. Name the unpacked corpus: as an argument, or in SALESCHECK_CORPUS_DIR.\n`,
  )
  return null
}
