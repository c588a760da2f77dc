import { describe, expect, it } from 'vitest'
import { failures } from '../../src/cli/exit-code.ts'
import type { Report } from '../../src/report/index.ts'
import { finding, outcome, reportOf } from '../reporters/github/report.ts'

const capped = (severity: string, more: Parameters<typeof outcome>[0] = {}): Report =>
  reportOf([outcome(more)], { settings: [{ key: 'lost-reasons.severity', value: severity, from: 'flag' }] })

describe('what makes a run fail', () => {
  it('is a problem, or what is to be watched, as asked', () => {
    const watch = reportOf([outcome({ outcome: 'watch' })])
    expect(failures(reportOf([outcome()]), 'none')).toEqual([])
    expect(failures(reportOf([outcome()]), 'problem')).toEqual(['lost-reasons is problem'])
    expect(failures(watch, 'problem')).toEqual([])
    expect(failures(watch, 'watch')).toEqual(['lost-reasons is watch'])
    expect(failures(reportOf([outcome({ outcome: 'insufficient-data' })]), 'watch')).toEqual([])
  })

  it('counts for no more than the severity of its question', () => {
    expect(failures(capped('watch'), 'problem')).toEqual([])
    expect(failures(capped('watch'), 'watch')).toEqual(['lost-reasons is problem'])
    expect(failures(capped('none'), 'watch')).toEqual([])
    expect(failures(capped('problem'), 'problem')).toEqual(['lost-reasons is problem'])
    const fresh = { findings: [finding({ change: 'new' })] }
    expect(failures(capped('watch', fresh), 'new-problem')).toEqual([])
    expect(failures(capped('watch', fresh), 'new-watch')).toEqual(['lost-reasons has 1 new or worse'])
  })

  it('is a question that we could not answer, whatever its severity', () => {
    expect(failures(capped('none', { outcome: 'failed', findings: [] }), 'problem')).toEqual([
      'lost-reasons failed',
    ])
  })
})
