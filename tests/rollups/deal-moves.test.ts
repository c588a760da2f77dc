// Moves between stages with the rows of their deals.
import { expect, it } from 'vitest'
import { dealMoves } from '../../src/rollups/deal-moves.ts'
import { raw, sql } from '../../src/sql/index.ts'
import { engineWith } from '../detectors/scenario.ts'

const deals = [
  { deal_id: 'D1', status: 'won', stage: 'Closed Won', closed_on: '2026-03-01' },
  { deal_id: 'D2', status: 'open', stage: 'Proposal' },
]
const stage_history = [
  { deal_id: 'D2', stage: 'Proposal', from_stage: 'Discovery', entered_on: '2026-02-01' },
  { deal_id: 'D1', stage: 'Discovery', entered_on: '2026-01-01' },
  { deal_id: 'D9', stage: 'Discovery', entered_on: '2026-01-01' },
]

it('has the moves of deals on file, and none where deals have no ids', async () => {
  const engine = await engineWith({ deals, stage_history })
  try {
    for (const withIds of [true, false]) {
      const input = {
        dialect: engine.dialect,
        present: {
          has: (table: string, column?: string) => withIds || table !== 'deals' || column !== 'deal_id',
        },
        asOf: '2026-06-30',
        horizon: () => '2026-06-30',
        since: null,
        until: null,
        options: {},
      }
      for (const table of dealMoves.shared?.(input) ?? []) await engine.materialise(table.name, table.sql)
      const found = await engine.all(
        sql`SELECT deals.deal_id, deal_moves.stage, from_stage, deal_stage, deal_moves.status, deal_moves.closed_on
          FROM deal_moves JOIN deals ON deals.row_number = ${raw('deal')} ORDER BY 1`,
        { deal: 'text', stage: 'text', from: 'text?', dealStage: 'text', status: 'text', closedOn: 'date?' },
      )
      const moves = [
        {
          deal: 'D1',
          stage: 'Discovery',
          from: null,
          dealStage: 'Closed Won',
          status: 'won',
          closedOn: '2026-03-01',
        },
        {
          deal: 'D2',
          stage: 'Proposal',
          from: 'Discovery',
          dealStage: 'Proposal',
          status: 'open',
          closedOn: null,
        },
      ]
      expect(found).toEqual(withIds ? moves : [])
    }
  } finally {
    await engine.close()
  }
})
