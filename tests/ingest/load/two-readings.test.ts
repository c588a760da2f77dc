// Cells with two readings, through a whole file: what one column says of another, what the header says of its cells, what is refused.
import { describe, expect, it } from 'vitest'
import { SalescheckError } from '../../../src/errors.ts'
import { lines, load } from './loading.ts'

const deals = 'Deal ID,Account Name,Stage,Created Date,Close Date,Amount'
const created = ['25/11/02', '25/12/20', '26/01/07', '26/01/15', '26/02/11', '26/03/31']
const dealRows = (closed: string): string[] =>
  created.map((day, at) => `D${at},A,Closed Won,${day},${closed},10.00`)
const firstDeal = 'SELECT created_on, closed_on FROM deals ORDER BY deal_id LIMIT 1'
const twoDates = { created: 'date', closed: 'date?' } as const

describe('short dates with the year in front', () => {
  it('take the order of the other short dates of the file where a column cannot tell', async () => {
    const { only, rows } = await load([lines(deals, ...dealRows('26/04/15'))])
    expect(await rows(firstDeal, twoDates)).toEqual([{ created: '2025-11-02', closed: '2026-04-15' }])
    expect(only.warnings).toContainEqual({
      code: 'date-order-of-file',
      message: 'closed_on: read year-first, as the other dates of this file',
    })
  })

  it('are refused where only dates with long years stand beside them', async () => {
    const iso = created.map((_, at) => `D${at},A,Closed Won,2025-11-0${1 + at},26/04/15,10.00`)
    const refused = await load([lines(deals, ...iso)]).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(SalescheckError)
    expect(refused).toMatchObject({
      code: 'undecidable',
      message: expect.stringContaining('"26/04/15" may be 2026-04-15 or 2015-04-26') as string,
      hint: expect.stringContaining('--date-order year-first') as string,
    })
  })

  it('say nothing about long years that may be day first or month first', async () => {
    await expect(load([lines(deals, ...dealRows('03/04/2026'))])).rejects.toMatchObject({
      code: 'undecidable',
    })
  })
})

describe('elevens among scores', () => {
  const survey = (header: string, answers: readonly number[]): string =>
    lines(
      `Response ID,Account Name,Response Date,${header}`,
      ...answers.map((score, at) => `R${at},A,2026-01-05,${score}`),
    )
  const codes = Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? 11 : 10))

  it('that make choice codes are read one lower, with a warning', async () => {
    const { only } = await load([survey('NPS Score', codes)])
    expect(only.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('1 is subtracted from each'),
    )
  })

  it('are rejected where one is a slip', async () => {
    const { only } = await load([survey('NPS Score', [...codes.slice(1, 3), 9, 9, 8, 11])])
    expect(only.rejects.map(({ code, reason }) => [code, reason])).toEqual([
      ['score-out-of-range', '"11" lies outside 0 to 10'],
    ])
  })

  it.each(['NPS Score (0-10)', 'NPS Score (0–10)', 'NPS Score (0 to 10)', 'NPS Score (0 - 10)'])(
    'leave a column empty whose header is %s',
    async (header) => {
      const { only } = await load([survey(header, codes)])
      expect(only.warnings).toContainEqual(
        expect.objectContaining({
          code: 'undecidable',
          hint: expect.stringContaining('scoreOffset') as string,
        }),
      )
    },
  )
})

it('a percentage among amounts is lost, and its row is named', async () => {
  const { only } = await load([
    lines(deals, 'D1,A,Closed Won,2026-01-05,2026-02-05,100', 'D2,A,Closed Won,2026-01-05,2026-02-05,85%'),
  ])
  expect(only.rejects.map(({ line, code, reason }) => [line, code, reason])).toEqual([
    [3, 'not-an-amount', '"85%" is a percentage, not an amount'],
  ])
})
