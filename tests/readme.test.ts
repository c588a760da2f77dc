// What the README promises, tried word for word: its commands are taken out of it and run as a shell would run them.
import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from '../src/analyze/config.ts'
import { detectors } from '../src/detectors/index.ts'
import type { Report } from '../src/report/index.ts'
import { bin, inProcess, root, type Outcome } from './cli/salescheck.ts'
import { magicIn, tablesOf, toHtml } from './reporters/markdown/gfm.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const company = (name: string): string => join(root, 'fixtures/companies', name)

const dealsOf = (name: string): string =>
  readdirSync(company(name)).find((file) => file.startsWith('deals-')) ?? 'no deals'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-readme-'))
  // `npx salescheck` and `salescheck`, as they are where the package is installed.
  mkdirSync(join(folder, 'bin'))
  script('npx', `[ "$1" = salescheck ] || exit 99\nshift\nexec "${process.execPath}" "${bin}" "$@"`)
  script('salescheck', `exec "${process.execPath}" "${bin}" "$@"`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function script(name: string, lines: string): void {
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${lines}\n`)
  chmodSync(join(folder, 'bin', name), 0o755)
}

function place(name: string): string {
  mkdirSync(join(folder, name))
  return join(folder, name)
}

/** The fenced block of this language that comes first after the words. */
function blockAfter(words: string, language: string): string {
  const from = readme.indexOf(words)
  if (from === -1) throw new Error(`the README does not say "${words}"`)
  const block = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme.slice(from))?.[1]
  if (block === undefined) throw new Error(`no ${language} after "${words}"`)
  return block
}

/** As GitHub's runner and cron run a script. */
const shell = (text: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const all = {
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      HOME: process.env['HOME'] ?? '',
      ...env,
    }
    execFile('bash', ['-e', '-c', text], { cwd, env: all }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })

/** The fault that is planted: half of the deals that were lost in the newest quarter lacked one thing. */
function plant(file: string): void {
  let lost = 0
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) =>
      /,Lost,.*,2026-0[789]-\d\d [\d:]+,(?:Too expensive|Investment postponed),/.test(line) &&
      (lost += 1) % 3 < 2
        ? line.replace(/,(?:Too expensive|Investment postponed),/, ',No frost alarm,')
        : line,
    )
  expect(lost).toBeGreaterThan(20)
  writeFileSync(file, lines.join('\n'))
}

const changes = (path: string): string[] =>
  (JSON.parse(readFileSync(path, 'utf8')) as Report).outcomes.flatMap(({ findings }) =>
    findings.map(({ messageId, change }) => `${messageId} ${change}`),
  )

describe('the three lines for a roadmap', () => {
  it('make the section of the example company, and the same bytes again', async () => {
    const cwd = place('roadmap')
    symlinkSync(join(root, 'fixtures'), join(cwd, 'fixtures'))
    const lines = blockAfter('## For the roadmap', 'sh')
    expect(lines.trim().split('\n')).toHaveLength(3)
    const documents: string[] = []
    for (let time = 0; time < 2; time++) {
      expect(await shell(lines, cwd)).toMatchObject({ code: 0, stdout: '' })
      documents.push(readFileSync(join(cwd, 'roadmap.md'), 'utf8'))
    }
    const [document = ''] = documents
    expect(documents[1]).toBe(document)
    expect(document).toMatch(/^# Roadmap\n\n## Why deals are lost\n/)
    expect(magicIn(toHtml(document))).toEqual([])
    expect(tablesOf(document)[0]).toHaveLength(10)
    expect(document).toContain('yes (2026-08 debrief with 12 customers)')
    for (const line of blockAfter('## For the roadmap', 'text').trim().split('\n'))
      expect(document).toContain(`\n${line.replace(/ …$/, '')}`)
  })
})

describe('the weekly job', () => {
  it('on GitHub runs twice, and fails only when a fault is planted, once', { timeout: 240_000 }, async () => {
    const cwd = place('github')
    const artifact = join(folder, 'artifact')
    mkdirSync(join(cwd, 'exports'))
    for (const name of [dealsOf('meadowlark'), 'leads.csv', 'typeform-nps.csv', 'quota.csv'])
      cpSync(join(company('meadowlark'), name), join(cwd, 'exports', name))
    // Artifacts as `gh` sees them: none before the first run, then the one the last run left.
    script(
      'gh',
      `case "$1 $2" in\n"api "*) [ -d '${artifact}' ] && echo 1 || echo 0 ;;\n"run download") cp '${artifact}'/* . ;;\n*) exit 98 ;;\nesac`,
    )
    const workflow = blockAfter('### GitHub Actions', 'yaml')
    const step = (name: string): string => {
      const [, lines = ''] =
        new RegExp(`- name: ${name}\n[^]*?run: \\|\n((?: {10}.*\n)+)`).exec(workflow) ?? []
      expect(lines).not.toBe('')
      return lines.replaceAll(/^ {10}/gm, '')
    }
    let week = 0
    const job = async (): Promise<Outcome & { summary: string }> => {
      for (const name of ['report.json', 'report.html']) rmSync(join(cwd, name), { force: true })
      const summary = join(folder, `summary-${(week += 1)}.md`)
      const env = {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'example/sales',
        GITHUB_STEP_SUMMARY: summary,
      }
      expect(await shell(step("Fetch last week's report"), cwd, env)).toMatchObject({ code: 0, stderr: '' })
      const outcome = await shell(step('Check'), cwd, env)
      // "Keep the report": always, where there is one.
      if (existsSync(join(cwd, 'report.json'))) {
        mkdirSync(artifact, { recursive: true })
        for (const name of ['report.json', 'report.html'])
          cpSync(join(cwd, name), join(artifact, name), { force: true })
      }
      return { ...outcome, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' }
    }

    const first = await job()
    expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining('::error')])
    expect(first.summary).toMatch(/^# Sales check\n[^]*\n## Totals\n/)
    const known = changes(join(artifact, 'report.json')).length

    const again = await job()
    expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('exit 1')])
    expect(changes(join(artifact, 'report.json')).filter((change) => !change.endsWith(' unchanged'))).toEqual(
      [],
    )

    const deals = join(cwd, 'exports', dealsOf('meadowlark'))
    plant(deals)
    const planted = await job()
    expect(planted.code).toBe(1)
    expect(planted.stderr).toMatch(/\n::error title=salescheck%3A lost-reasons::\[new\] No frost alarm rose /)
    expect(planted.stderr).toMatch(/\nexit 1: lost-reasons has 1 new or worse \(--fail-on new-problem\)\n$/)
    expect(planted.summary).toContain('No frost alarm rose')
    expect(changes(join(artifact, 'report.json'))).toContain('share-rose new')
    expect(readFileSync(join(artifact, 'report.html'), 'utf8')).toContain('No frost alarm')

    // What was known last week does not fail again; a run that cannot be made leaves the report of last week.
    const known2 = await job()
    expect(known2.code).toBe(0)
    expect(changes(join(artifact, 'report.json')).length).toBeGreaterThan(known)
    const kept = readFileSync(join(artifact, 'report.json'), 'utf8')
    rmSync(join(cwd, 'exports'), { recursive: true })
    expect(await job()).toMatchObject({ code: 2, summary: '' })
    expect(readFileSync(join(artifact, 'report.json'), 'utf8')).toBe(kept)
  })

  it(
    'of cron says nothing while there is no news, and one line when there is',
    { timeout: 120_000 },
    async () => {
      const cwd = place('cron')
      const name = dealsOf('meadowlark')
      const deals = join(cwd, 'exports', name)
      mkdirSync(join(cwd, 'exports'))
      cpSync(join(company('meadowlark'), name), deals)
      const here = (line: string): string => line.replace('cd /srv/sales', `cd '${cwd}'`)
      const [minute, hour, day, month, weekday, ...words] = blockAfter('### cron', 'text').trim().split(/ +/)
      expect([minute, hour, day, month, weekday]).toEqual(['17', '5', '*', '*', '1'])
      const line = words.join(' ')
      expect(line).toContain('cd /srv/sales && salescheck analyze')

      expect((await shell(here(blockAfter('### cron', 'sh')), cwd)).code).toBe(0)
      expect(await shell(here(line), cwd)).toEqual({ code: 0, stdout: '', stderr: '' })
      plant(deals)
      expect(await shell(here(line), cwd)).toEqual({
        code: 1,
        stdout: '',
        stderr: 'exit 1: lost-reasons has 1 new or worse (--fail-on new-problem)\n',
      })
      expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toMatch(/\[new\] No frost alarm rose/)
      expect(await shell(here(line), cwd)).toEqual({ code: 0, stdout: '', stderr: '' })
      expect(readFileSync(join(cwd, 'runs.ndjson'), 'utf8').trim().split('\n')).toHaveLength(3)

      // A broken export is no news of the business, and no silence either.
      writeFileSync(deals, 'Date,Weather\n2026-10-01,Rain\n2026-10-02,Sun\n')
      const broken = await shell(here(line), cwd)
      expect(broken).toMatchObject({ code: 0, stdout: '' })
      expect(broken.stderr).toMatch(/^no answer this time: lost-reasons: needs deals: /m)
    },
  )
})

describe('the rest of the README', () => {
  it('shows a salescheck.json that is accepted', async () => {
    const text = blockAfter('### An export that is not understood', 'json')
    await expect(parseConfig(text, 'salescheck.json', detectors)).resolves.toBeDefined()
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['$schema', 'files', 'reasons', 'detectors'])
  })

  it('names no flag and no command that is not there', async () => {
    const { stdout: manual } = await inProcess(['man'])
    const plain = manual.replaceAll('\\-', '-')
    const prose = readme.replaceAll(/```yaml[^]*?```/g, '')
    const flags = new Set(prose.match(/(?<![\w-])--[a-z][\w.-]*[\w]/g))
    for (const other of ['--production', '--strict']) flags.delete(other)
    expect([...flags].filter((flag) => !plain.includes(flag))).toEqual([])
    const code = [...prose.matchAll(/```sh\n([^]*?)```|`(salescheck [^`]+)`/g)].map(
      ([, block, inline]) => block ?? inline,
    )
    const commands = [...code.join('\n').matchAll(/(?:^|npx |&& )salescheck ([a-z][a-z-]+)/gm)].map(
      ([, name]) => name ?? '',
    )
    expect(commands.length).toBeGreaterThan(8)
    expect(commands.filter((name) => !plain.includes(`salescheck ${name} `))).toEqual([])
  })
})
