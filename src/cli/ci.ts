// --ci: what CI systems pick up beside the report: GitHub's job summary and annotations, GitLab's Code Quality file.
import { appendFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  githubAnnotations,
  githubStepSummary,
  reporters,
  stepSummaryLimit,
  type Report,
  type Settings,
} from '../index.ts'
import { write, type Io } from './io.ts'
import { outputError } from './output-file.ts'
import type { ReportTarget } from './report-files.ts'

export type CiSystem = 'github' | 'gitlab'

const gitlabFile = 'gl-code-quality-report.json'

/** `auto` looks at the variables that the runners set themselves. */
export function ciSystem(asked: Settings['general']['ci'], env: Io['env']): CiSystem | null {
  if (asked === 'github' || asked === 'gitlab') return asked
  if (asked === 'none') return null
  if (env['GITHUB_ACTIONS'] === 'true') return 'github'
  return env['GITLAB_CI'] === 'true' ? 'gitlab' : null
}

/** GitLab's file, to be written with the other reports: all of them or none. */
export function ciTargets(system: CiSystem | null, io: Io): ReportTarget[] {
  const reporter = reporters.find(({ id }) => id === 'gitlab')
  return system === 'gitlab' && reporter !== undefined ? [{ reporter, path: join(io.cwd, gitlabFile) }] : []
}

async function appendSummary(report: Report, verbose: boolean, io: Io): Promise<void> {
  const named = io.env['GITHUB_STEP_SUMMARY'] ?? ''
  if (named === '') {
    return write(io.stderr, 'no job summary: GITHUB_STEP_SUMMARY names no file\n')
  }
  const path = resolve(io.cwd, named)
  const taken = (await stat(path).catch(() => null))?.size ?? 0
  // What another command of the step wrote may not end its last line.
  const gap = taken === 0 ? '' : '\n\n'
  const text = githubStepSummary(report, stepSummaryLimit - taken - gap.length, { verbose })
  if (text === null) {
    return write(io.stderr, 'no job summary: what the step wrote before fills the 1 MiB that GitHub takes\n')
  }
  try {
    await appendFile(path, gap + text)
  } catch (error) {
    throw outputError(named, error)
  }
}

/** GitHub: appends the job summary, and writes the annotations to standard error; asked for by name, so `--quiet` keeps them. */
export async function tellGithub(report: Report, verbose: boolean, io: Io): Promise<void> {
  await appendSummary(report, verbose, io)
  await write(io.stderr, githubAnnotations(report))
}
