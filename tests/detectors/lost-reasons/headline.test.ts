// The answer in one sentence: what is said beside the order of the reasons where that order is not the trouble.
import { describe, expect, it } from 'vitest'
import { decide } from '../../../src/detectors/lost-reasons/decide.ts'
import { input, inSegment, said, type Given } from './losses.ts'

describe('the headline', () => {
  const securityIn = (smb: number) => [
    inSegment('segment', 'Enterprise', 'Price', 10),
    inSegment('segment', 'Enterprise', 'Security', 40),
    inSegment('segment', 'SMB', 'Price', 70 - smb),
    ...(smb === 0 ? [] : [inSegment('segment', 'SMB', 'Security', smb)]),
  ]
  const headline = (given: Given): string =>
    decide(input({ columns: ['closed_on', 'segment'], ...given })).headline

  it('says in which segment a reason is named more often, where nothing else is the trouble', () => {
    const reasons = [said('Price', 60, [30, 30]), said('Security', 60, [30, 30])]
    expect(headline({ reasons, segments: securityIn(20) })).toMatch(
      /cannot be told apart from Security \(60\); but \w+ is named \d\.\d times as often in segment \w+ \(\d+ of \d+, \d+ %\) as elsewhere \(\d+ of \d+, \d+ %\)\.$/,
    )
    const once = [said('Price', 80, [40, 40]), said('Security', 40, [20, 20])]
    expect(headline({ reasons: once, segments: securityIn(0) })).toMatch(
      /; but Security is named only in segment Enterprise \(40 of 50, 80 %\) and never elsewhere \(0 of 70, 0 %\)\.$/,
    )
  })

  it('begins the risen reasons with the largest rise, as the findings do', () => {
    const reasons = [
      said('Price', 400, [20, 50]),
      said('Timing', 130, [10, 60]),
      said('Feature', 200, [170, 90]),
    ]
    expect(headline({ reasons })).toMatch(/; Timing and 1 more rose from 5 % to 30 %\.$/)
  })

  it('says how few carry a reason where all are worded too differently to be ranked', () => {
    const reasons = [{ ...said('', 40, [20, 20]), tail: true, reason: null }, said(null, 100)]
    const { findings, headline: told } = decide(input({ reasons }))
    expect(findings.map(({ messageId }) => messageId)).toEqual(['low-coverage'])
    expect(told).toMatch(
      /too differently to be ranked; but only 40 of 140 lost deals \(29 %\) carry a reason\.$/,
    )
  })

  it('says whose reason rose where it is not that of the main population', () => {
    const churned = { kind: 'churned' }
    const found = decide({
      ...input({
        reasons: [
          said('Price', 50, [25, 25]),
          said('Timing', 50, [25, 25]),
          said('Support', 55, [15, 40], churned),
          said('Closed down', 145, [85, 60], churned),
        ],
      }),
      present: {
        has: (table, column) => column !== 'churn_category' && ['deals', 'customers'].includes(table),
      },
    })
    expect(found.outcome).toBe('problem')
    expect(found.headline).toMatch(
      /; but among lost customers Support rose from 15 of 100 \(15 %\) to 40 of 100 \(40 %\)\.$/,
    )
  })
})
