// Data never becomes code: hostile texts as lost reasons, owners and headers, through every output of the command line.
//
// SALESCHECK_CORPUS_DIR names a folder with blns/blns.json (the Big List of Naughty Strings): those are taken too.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../src/reporters/html.ts'
import { inProcess, type Outcome } from '../cli/salescheck.ts'
import { sampleReport } from '../reporters/html/sample.ts'
import { commandsIn, controlsIn, formulasIn, markupOf, weaponsIn } from './sinks.ts'
import { hostileStrings } from './strings.ts'

const corpus = process.env['SALESCHECK_CORPUS_DIR']
const list = join(corpus ?? '', 'blns/blns.json')
const naughty =
  corpus !== undefined && existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : []
const strings = [...new Set([...hostileStrings, ...naughty])]

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`

/** Deals whose reasons, owners, customers and surplus headers are the texts. */
function dealsOf(texts: readonly string[]): string {
  const names = [
    'Deal ID',
    'Account Name',
    'Owner',
    'Stage',
    'Created Date',
    'Close Date',
    'Amount',
    'Loss Reason',
  ]
  const rows = texts.flatMap((text, at) =>
    [0, 1, 2].map((copy) =>
      line([
        `${text}${at}-${copy}`,
        text,
        text,
        copy === 0 ? 'Closed Won' : 'Closed Lost',
        `2026-0${1 + (at % 6)}-1${at % 9}`,
        `2026-0${2 + (at % 6)}-1${at % 9}`,
        copy === 2 ? text : '100',
        text,
        ...texts.slice(at, at + 1),
      ]),
    ),
  )
  return line([...names, texts[0] ?? '']) + rows.join('')
}

const surveysOf = (texts: readonly string[]): string =>
  line(['Response ID', 'Account Name', 'Owner', 'Response Date', 'NPS Score']) +
  texts
    .map((text, at) => line([`R${at}`, text, text, `2026-0${2 + (at % 6)}-2${at % 8}`, String(at % 11)]))
    .join('')

const targetsOf = (texts: readonly string[]): string =>
  line(['Level', 'Name', 'Period', 'Target']) +
  texts.map((text) => line(['owner', text, '2026-Q2', '50'])).join('')

let folder = ''
const outcomes = new Map<string, Outcome>()
const written = new Map<string, string>()
// Some of the texts look like amounts of either kind.
const flags = ['--no-config', '--decimal', 'point']
const formats = ['terminal', 'json', 'ndjson', 'markdown', 'html', 'csv', 'junit', 'gitlab'] as const

async function runs(name: string, texts: readonly string[]): Promise<void> {
  const inputs = join(folder, name)
  mkdirSync(inputs)
  // No name a file system refuses, and still an unkind one.
  writeFileSync(join(inputs, "deals $(id) [x] 'q' ::error::.csv"), dealsOf(texts))
  writeFileSync(join(inputs, 'surveys.csv'), surveysOf(texts))
  writeFileSync(join(inputs, 'targets.csv'), targetsOf(texts))
  // Headers: every text names a column of a file of its own.
  writeFileSync(join(inputs, 'headers.csv'), line(texts.slice(0, 400)) + line(texts.slice(0, 400)).repeat(3))

  for (const format of formats)
    outcomes.set(
      `${name} ${format}`,
      await inProcess(['analyze', inputs, ...flags, '-f', format, '--verbose']),
    )
  outcomes.set(
    `${name} colour`,
    await inProcess(['analyze', inputs, ...flags, '--color', 'always'], { terminal: 100 }),
  )
  const summary = join(folder, `${name}.summary.md`)
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
  const rejects = join(folder, `${name}.rejects.csv`)
  outcomes.set(
    `${name} github`,
    await inProcess(['analyze', inputs, ...flags, '-f', 'terminal', '--ci', 'github', '--rejects', rejects], {
      env,
    }),
  )
  if (!existsSync(summary)) throw new Error(outcomes.get(`${name} github`)?.stderr)
  written.set(`${name} summary`, readFileSync(summary, 'utf8'))
  written.set(`${name} rejects`, readFileSync(rejects, 'utf8'))
  outcomes.set(`${name} inspect`, await inProcess(['inspect', inputs, ...flags]))
  outcomes.set(`${name} inspect json`, await inProcess(['inspect', inputs, ...flags, '-f', 'json']))
  outcomes.set(`${name} ranking`, await inProcess(['lost-reasons', inputs, ...flags]))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-hostile-'))
  await runs('hostile', strings)
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const outcome = (name: string): Outcome => {
  const found = outcomes.get(`hostile ${name}`)
  if (found === undefined) throw new Error(`no run ${name}`)
  return found
}
const names = [...formats, 'colour', 'github', 'inspect', 'inspect json', 'ranking']
// oxlint-disable-next-line no-control-regex -- colours are ours
const withoutColour = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, '')

describe(`${strings.length} hostile texts`, () => {
  it.each(names)('%s: the run ends well, and every row is accounted for', (name) => {
    const { code, stderr } = outcome(name)
    expect({ code, stderr: code === 0 ? '' : stderr.slice(0, 500) }).toEqual({ code: 0, stderr: '' })
    const counts =
      /read ([\d,]+) rows from \d+ files: ([\d,]+) used, ([\d,]+) rejected.*?, ([\d,]+) set aside/.exec(
        stderr,
      )
    const [read = 0, ...parts] = (counts ?? []).slice(1).map((count) => Number(count.replaceAll(',', '')))
    expect(read).toBeGreaterThan(4 * strings.length)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(read)
  })

  it.each(names)('%s: no control character', (name) => {
    const { stdout, stderr } = outcome(name)
    // The lines of CSV end as its standard says.
    const text = name === 'csv' ? stdout.replaceAll('\r\n', '\n') : stdout
    expect(controlsIn(name === 'colour' ? withoutColour(text) : text)).toEqual([])
    // On a terminal the line of progress is drawn and wiped.
    expect(controlsIn(stderr.replaceAll('\r\u001b[2K', ''))).toEqual([])
  })

  it.each(names)('%s: no command that a CI runner obeys', (name) => {
    const { stdout, stderr } = outcome(name)
    expect(commandsIn(stdout)).toEqual([])
    const ours = (text: string): boolean =>
      name === 'github' && /^::(?:error|warning|notice) title=salescheck/.test(text)
    expect(commandsIn(stderr).filter((text) => !ours(text))).toEqual([])
  })

  it('the page has no element and no attribute that a page of harmless texts has not', () => {
    const page = outcome('html').stdout
    const sample = sampleReport()
    // Its notes are of one line; of several they are a list.
    const answered = sample.outcomes.map((one) => ({
      ...one,
      tables: one.tables.map((table) => ({ ...table, note: 'One thing.\nAnother.' })),
    }))
    const harmless = html.render(
      { ...sample, outcomes: answered },
      { color: 0, width: null, unicode: true, verbose: true },
    )
    const known = new Set(markupOf(harmless))
    expect(markupOf(page).filter((name) => !known.has(name))).toEqual([])
    expect(weaponsIn(page)).toEqual([])
  })

  it('no cell of a CSV file is a formula', () => {
    expect(formulasIn(outcome('csv').stdout)).toEqual([])
    expect(formulasIn(written.get('hostile rejects') ?? '')).toEqual([])
  })

  it('the job summary holds no control character, no command and no tag', () => {
    const summary = written.get('hostile summary') ?? ''
    expect(controlsIn(summary)).toEqual([])
    expect(commandsIn(summary)).toEqual([])
    expect(summary).not.toMatch(/<(?:script|img|svg|iframe|style|base|a)\b/i)
  })

  it('the texts come through: JSON gives back what was written', () => {
    const report = JSON.parse(outcome('json').stdout) as unknown
    const text = JSON.stringify(report)
    for (const key of ['__proto__', 'constructor', '<script>alert(1)</script>'])
      expect(text).toContain(JSON.stringify(key).slice(1, -1))
  })
})
