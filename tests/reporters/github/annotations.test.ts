import { array, assert, boolean, constantFrom, oneof, property as forAll, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/report/index.ts'
import { githubAnnotations } from '../../../src/reporters/github/annotations.ts'
import { commandText } from '../../../src/reporters/github/text.ts'
import { finding, outcome, reportOf } from './report.ts'

interface Command {
  readonly name: string
  readonly title: string | undefined
  readonly message: string
}

const back = (text: string, codes: readonly (readonly [string, string])[]): string =>
  codes.reduce((all, [code, sign]) => all.replaceAll(code, sign), text)

/** How the runner reads a line of a log (actions/runner, ActionCommand.cs): `::name key=value,…::message`, escapes taken back. */
function readCommand(line: string): Command | null {
  const trimmed = line.trimStart()
  if (!trimmed.startsWith('::')) return null
  const end = trimmed.indexOf('::', 2)
  if (end === -1) return null
  const [, name = '', rest = ''] = /^(\S*)(?: (.*))?$/s.exec(trimmed.slice(2, end)) ?? []
  const data: [string, string][] = [
    ['%0D', '\r'],
    ['%0A', '\n'],
  ]
  const property: [string, string][] = [...data, ['%3A', ':'], ['%2C', ',']]
  const title = rest
    .split(',')
    .map((pair) => pair.split('='))
    .find(([key]) => key === 'title')
  return {
    name,
    title: title === undefined ? undefined : back(title.slice(1).join('='), [...property, ['%25', '%']]),
    message: back(trimmed.slice(end + 2), [...data, ['%25', '%']]),
  }
}

/** Lines as the runner's reader splits its input. */
const lines = (text: string): string[] => text.split(/\r\n|\r|\n/)

const signs = [
  '::',
  ':',
  '%',
  '%0A',
  '\n',
  '\r',
  '\r\n',
  ',',
  '=',
  '::error::x',
  '##[add-mask]',
  '\u001B[2J',
  'a',
]
const nasty = oneof(
  string({ unit: 'binary' }),
  array(constantFrom(...signs)).map((parts) => parts.join('')),
)

describe('an annotation', () => {
  it('is one command on one line, whatever the data say', () => {
    assert(
      forAll(nasty, nasty, (sentence, detector) => {
        const text = githubAnnotations(reportOf([outcome({ detector, findings: [finding({ sentence })] })]))
        const [line = '', ...rest] = lines(text)
        expect(rest).toEqual([''])
        const command = readCommand(line)
        expect(command?.name).toBe('error')
        expect(command?.title?.startsWith('salescheck: ')).toBe(true)
        // No control character but the line ends that came as escapes.
        expect(command?.message).not.toMatch(/[^\P{Cc}\n]/u)
        expect(line).not.toContain('##[')
      }),
    )
  })

  it('gives no line of data a chance to start a command', () => {
    assert(
      forAll(nasty, boolean(), (text, property) => {
        const escaped = commandText(text, { property })
        for (const line of lines(escaped)) expect(readCommand(line)).toBeNull()
        expect(lines(escaped)).toHaveLength(1)
        expect(property && /[:,]/.test(escaped)).toBe(false)
      }),
    )
  })

  it('escapes as the toolkit does', () => {
    expect(commandText('100 % of\nus, said: yes')).toBe('100 %25 of%0Aus, said: yes')
    expect(commandText('100 % of\nus, said: yes', { property: true })).toBe('100 %25 of%0Aus%2C said%3A yes')
  })

  it('is an error for a problem and a warning for what is to be watched', () => {
    const report = reportOf([
      outcome({
        findings: [finding(), finding({ verdict: 'watch', sentence: 'Timing is named more often.' })],
      }),
    ])
    expect(githubAnnotations(report)).toBe(
      '::error title=salescheck%3A lost-reasons::Price rose from 8 %25 to 22 %25.\n' +
        '::warning title=salescheck%3A lost-reasons::Timing is named more often.\n',
    )
  })

  it('says that a question could not be answered because of us', () => {
    const report = reportOf([outcome({ outcome: 'failed', headline: 'salescheck failed', findings: [] })])
    expect(githubAnnotations(report)).toBe('::error title=salescheck%3A lost-reasons::salescheck failed\n')
  })

  it('is left out where there is nothing to tell', () => {
    expect(githubAnnotations(reportOf([outcome({ outcome: 'ok', findings: [] })]))).toBe('')
  })
})

const many = (count: number): Finding[] =>
  Array.from({ length: count }, (_, index) =>
    finding({ verdict: index % 2 === 0 ? 'watch' : 'problem', sentence: `Finding ${index}.` }),
  )

const capped = (value: string): string =>
  githubAnnotations(
    reportOf([outcome()], { settings: [{ key: 'lost-reasons.severity', value, from: 'salescheck.json' }] }),
  )

describe('annotations', () => {
  it('are ten when there are ten', () => {
    const text = githubAnnotations(reportOf([outcome({ findings: many(10) })]))
    expect(text.trimEnd().split('\n')).toHaveLength(10)
    expect(text).not.toContain('more')
  })

  it('are the nine worst and a count when there are more', () => {
    const shown = githubAnnotations(reportOf([outcome({ findings: many(31) })]))
      .trimEnd()
      .split('\n')
    expect(shown).toHaveLength(10)
    expect(shown.slice(0, 9).every((line) => line.startsWith('::error '))).toBe(true)
    expect(shown[9]).toBe('::warning title=salescheck%3A more findings::and 22 more: see the report')
  })

  it('begin with what the baseline does not have', () => {
    const report = reportOf([
      outcome({
        findings: [
          finding({ sentence: 'Old.', change: 'unchanged' }),
          finding({ sentence: 'News.', change: 'new' }),
        ],
      }),
    ])
    expect(githubAnnotations(report).split('\n')[0]).toBe(
      '::error title=salescheck%3A lost-reasons::[new] News.',
    )
  })

  it('count for what the severity of their question allows', () => {
    expect(capped('watch')).toMatch(/^::warning /)
    expect(capped('none')).toBe('')
  })
})
