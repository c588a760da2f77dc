// The completion scripts, asked by the shells themselves. bash is everywhere; zsh and fish are asked where they are installed.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bashCompletion } from '../../../src/cli/completion/bash.ts'
import type { Subcommand } from '../../../src/cli/completion/command-line.ts'
import { fishCompletion } from '../../../src/cli/completion/fish.ts'
import { zshCompletion } from '../../../src/cli/completion/zsh.ts'
import { optionFlag } from '../../../src/detectors/options.ts'
import { detectors } from '../../../src/detectors/index.ts'
import { reporters } from '../../../src/reporters/index.ts'
import { inProcess } from '../salescheck.ts'

const installed = (shell: string): boolean => {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const [zsh, fish] = [installed('zsh'), installed('fish')]

const folder = mkdtempSync(join(tmpdir(), 'salescheck-completion-'))
const script = (shell: string): string => join(folder, `salescheck.${shell}`)
beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout, stderr } = await inProcess(['completion', shell])
    if (code !== 0) throw new Error(stderr)
    writeFileSync(script(shell), stdout)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ids = detectors.map(({ id }) => id)
const formats = reporters.map(({ id }) => id)

const run = (shell: string, args: readonly string[]): string =>
  execFileSync(shell, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const ask = `source "$1"; source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _salescheck; printf '%s\\n' "\${COMPREPLY[@]}"`

/** What bash offers for the last word. */
const offered = (...words: string[]): string[] =>
  run('bash', ['--norc', '-c', ask, 'bash', script('bash'), 'salescheck', ...words])
    .split('\n')
    .filter((word) => word !== '')

describe('completion in bash', () => {
  it.each<[string, string[], readonly string[]]>([
    ['commands', ['an'], ['analyze']],
    ['flags of the command', ['analyze', '--form'], ['--format']],
    ['formats', ['analyze', '--format', ''], formats],
    ['formats after a short flag', ['analyze', '-f', 'j'], ['json', 'junit']],
    ['formats behind an equals sign', ['analyze', '--format', '=', 'm'], ['markdown']],
    ['detectors', ['explain', ''], ids],
    ['detectors to choose from', ['analyze', 'x.csv', '-d', 'lost-r'], ['lost-reasons']],
    ['choices of a setting', ['analyze', '--fail-on', 'new-'], ['new-watch', 'new-problem']],
    ['formats to write to a file', ['analyze', '--report', 'js'], ['json=']],
    ['file names, by leaving them to bash', ['analyze', 'x'], []],
    ['nothing it cannot know', ['analyze', '--since', '2'], []],
    ['commands to be helped with', ['help', 'ins'], ['inspect']],
  ])('offers %s', (_name, words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })

  it('offers the options of detectors', () => {
    const [first] = Object.keys(detectors[0]?.options ?? {})
    expect(first).toBeDefined()
    const keys = [...Object.keys(detectors[0]?.options ?? {}).map(optionFlag), 'severity']
    const wanted = keys.map((key) => `--${ids[0]}.${key}`)
    expect(offered('analyze', `--${ids[0]}.`).toSorted()).toEqual(wanted.toSorted())
  })

  it('does not run what stands on the line', () => {
    expect(offered('analyze', '$(touch ran)', '`touch ran`', '--form')).toEqual(['--format'])
    expect(() => run('ls', ['ran'])).toThrow(/No such file/)
  })
})

describe('completion in zsh', () => {
  it.skipIf(!zsh)('is a script that zsh can read (needs zsh)', () => {
    expect(run('zsh', ['-n', script('zsh')])).toBe('')
  })
})

const completed = (line: string): string[] =>
  run('fish', [
    '--no-config',
    '-c',
    `function salescheck; end; source ${script('fish')}; complete -C '${line}'`,
  ])
    .trim()
    .split('\n')
    .map((one) => one.split('\t')[0] ?? '')

describe('completion in fish', () => {
  it.skipIf(!fish)('offers commands, formats and detectors (needs fish)', () => {
    expect(completed('salescheck ana')).toEqual(['analyze'])
    expect(completed('salescheck analyze --format j')).toEqual(['json', 'junit'])
    expect(completed('salescheck explain ')).toEqual([...ids].toSorted())
  })
})

const odd: readonly Subcommand[] = [
  {
    name: 'odd',
    usage: '',
    summary: "it's [odd]: a\\b",
    flags: [
      {
        long: '--thing',
        short: '-t',
        usage: '-t, --thing <n>',
        group: 'Options:',
        description: "it's [odd]: a\\b",
        values: { kind: 'unknown' },
      },
    ],
    argument: null,
  },
]

describe('descriptions', () => {
  it('cannot end the quotes they stand in', () => {
    expect(zshCompletion(odd)).toContain(String.raw`'*--thing=[it'\''s \[odd\]\: a\\b]:thing: '`)
    expect(fishCompletion(odd)).toContain(String.raw`-l thing -s t -x -d 'it\'s [odd]: a\\b'`)
    expect(bashCompletion(odd)).not.toContain("it's")
  })
})

describe('every script', () => {
  it.each(['bash', 'zsh', 'fish'])('knows all commands, detectors and formats: %s', async (shell) => {
    const { stdout } = await inProcess(['completion', shell])
    const help = await inProcess(['--help'])
    const commands = [...help.stdout.matchAll(/^ {2}([a-z][a-z-]+) {2,}/gm)].map(([, name]) => name ?? '')
    expect(commands).toContain('lost-reasons')
    for (const word of [...commands, ...ids, ...formats]) expect(stdout).toContain(word)
  })

  it('is refused for a shell that is not known', async () => {
    const { code, stderr } = await inProcess(['completion', 'tcsh'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/Allowed choices are bash, zsh, fish/)
  })
})
