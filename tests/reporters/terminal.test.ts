// The terminal report of thirteen questions: the worst first, short enough to be read, and what is left out is said.
import { describe, expect, it } from 'vitest'
import type { DetectorOutcome, Report } from '../../src/report/index.ts'
import { byWeight } from '../../src/reporters/by-weight.ts'
import { terminal } from '../../src/reporters/terminal.ts'
import { fitSections, roomFor } from '../../src/reporters/terminal/shorten.ts'
import { clip, displayWidth } from '../../src/reporters/terminal/width.ts'
import { findingOf, sampleReport } from './html/sample.ts'
import { hostile } from './markdown/gfm.ts'
import { reportOf } from './markdown/report.ts'

const lines = (report: Report, width: number | null, verbose = false): string[] =>
  terminal.render(report, { color: 0, unicode: true, width, verbose }).split('\n')

const { baseline: _baseline, history: _history, ...sample } = sampleReport()
const [problem, ok] = sample.outcomes
if (problem === undefined || ok === undefined) throw new Error('the sample has outcomes')
const skipped: DetectorOutcome = { ...ok, outcome: 'skipped', reason: 'needs invoices', tables: [] }

/** As many questions as there are words, of these outcomes. */
const asked = (...outcomes: readonly DetectorOutcome[]): Report => ({
  ...sample,
  sources: [],
  warnings: [],
  settings: [],
  outcomes: outcomes.map((outcome, index) => ({ ...outcome, detector: `question-${index + 1}` })),
})
const thirteen = <T>(one: T): T[] => Array.from({ length: 13 }, () => one)

describe('the terminal report', () => {
  it('tells the worst first, and of each outcome in the order of the questions', () => {
    const report = asked(skipped, ok, problem, { ...problem, outcome: 'watch' }, problem)
    expect(byWeight(report.outcomes).map(({ detector }) => detector)).toEqual([
      'question-3',
      'question-5',
      'question-4',
      'question-2',
      'question-1',
    ])
    const sections = lines(report, 80).flatMap((line) => /^── (\S+): /.exec(line)?.[1] ?? [])
    expect(sections).toEqual(['question-3', 'question-5', 'question-4'])
  })

  it.each([80, 100, 120, 200, null])('of 13 problems takes 120 lines at most, %s wide', (width) => {
    const five = {
      ...problem,
      findings: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => findingOf(name, 'problem')),
    }
    const told = lines(asked(...thirteen(five)), width)
    expect(told.length - 1).toBeLessThanOrEqual(120)
    expect(told.flatMap((line) => /^✖ PROBLEM {2}(question-\d+): /.exec(line)?.[1] ?? [])).toHaveLength(13)
    expect(told.join(' ').replaceAll(/\s+/g, ' ')).toContain(
      'Shortened. Everything: --verbose; one question with its table: --detector question-1',
    )
    // The first question is told in full longest.
    expect(told.join('\n')).toMatch(/── question-1: PROBLEM ─+\n.*\n✖ 1\. /)
  })

  it('of 13 good answers fits a screen, each answer in one line, which a pipe gets whole', () => {
    const good = asked(...thirteen({ ...ok, headline: 'Good and well. '.repeat(30) }))
    const told = lines(good, 80)
    expect(told.length - 1).toBeLessThanOrEqual(40)
    expect(told.filter((line) => line.startsWith('✔ OK') && line.endsWith(' …'))).toHaveLength(13)
    expect(
      lines(good, null).filter((line) => line.trim().endsWith('Good and well. '.repeat(30).trim())),
    ).toHaveLength(13)
  })

  it('tells of many questions without inputs in one entry, of few one by one', () => {
    const many = lines(asked(ok, ...thirteen(skipped)), 80)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(many).toContain(
      '– SKIPPED 13 questions lack their inputs (salescheck inspect says which): question-2,',
    )
    expect(
      lines(asked(ok, skipped, skipped), 80).filter((line) => line.startsWith('– SKIPPED')),
    ).toHaveLength(2)
    expect(
      lines(asked(ok, ...thirteen(skipped)), 80, true).filter((line) => line.startsWith('– SKIPPED')),
    ).toHaveLength(13)
  })

  it('with --verbose leaves nothing out', () => {
    const all = lines(asked(...thirteen(problem)), 80, true).join('\n')
    expect(all).not.toContain('Shortened')
    expect(all.match(/Attainment and NPS by owner/g)).toHaveLength(13)
  })

  it('tells the one answer that was asked for whole, however narrow', () => {
    const [first] = sampleReport().outcomes
    if (first === undefined) throw new Error('the sample has outcomes')
    const headline = 'one two three four five six seven eight nine ten. '.repeat(8).trim()
    for (const outcome of ['ok', 'problem'] as const) {
      const alone = { ...sampleReport(), outcomes: [{ ...first, outcome, headline, reason: null }] }
      const told = lines(alone, 40).join(' ').replaceAll(/\s+/g, ' ')
      expect(told).toContain(headline)
    }
  })

  it('never runs over the width, from 20 columns on, whatever the data say', () => {
    for (const report of [reportOf(hostile.join(' ')), ...hostile.map(reportOf)])
      for (const width of [20, 40, 57, 80, 200])
        for (const line of lines(report, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })
})

describe('lines of which only the first are told', () => {
  it('end behind a whole word', () => {
    expect(clip(['one two', 'three four'], 2, 10, '…')).toEqual(['one two', 'three four'])
    expect(clip(['one two', 'three four', 'five'], 2, 10, '…')).toEqual(['one two', 'three …'])
    expect(clip(['one two', 'three four', 'five'], 2, 12, '…')).toEqual(['one two', 'three four …'])
    expect(clip(['  onlyoneword', 'more'], 1, 10, '…')).toEqual(['  onlyon …'])
  })
})

describe('sections that are to fit', () => {
  const section = (name: string, sizes: readonly number[]): string[][] =>
    sizes.map((size) => Array.from({ length: size }, (_none, at) => `${name}${at}`))
  const three = ['a', 'b', 'c'].map((name) => section(name, [10, 6, 4, 2, 0]))

  it.each([
    [30, [10, 10, 10], false],
    [29, [10, 10, 6], true],
    [28, [10, 6, 6], true],
    [20, [6, 6, 4], true],
    [3, [0, 0, 0], true],
  ])('in %i lines are told at these lengths: %j', (room, sizes, cut) => {
    const fitted = fitSections(three, room)
    const lengths = ['a', 'b', 'c'].map((name) => fitted.lines.filter((line) => line.startsWith(name)).length)
    expect([lengths, fitted.cut]).toEqual([sizes, cut])
  })

  it('have more lines where these are short', () => {
    expect([200, 80, 40].map(roomFor)).toEqual([120, 120, 240])
  })
})
