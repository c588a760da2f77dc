// What a first run shows: three commands that work at once.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const sample = 'fixtures/companies/harborline'

/** In a checkout of salescheck the example company lies at hand; elsewhere the folder is a stand-in. */
export const sampleFolder = (cwd: string): string => (existsSync(join(cwd, sample)) ? sample : 'exports/')

export function examples(folder: string): string {
  const lines: readonly (readonly [command: string, what: string])[] = [
    [`salescheck analyze ${folder}`, 'every question, on a folder of CSV files'],
    [`salescheck lost-reasons ${folder} --top 5`, 'why deals are lost, ranked'],
    [`salescheck inspect ${folder}`, 'how the files are understood'],
  ]
  return `\nExamples:\n${lines.map(([command, what]) => `  ${what}\n    $ ${command}\n`).join('')}`
}
