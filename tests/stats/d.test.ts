import * as s from '../../src/stats/index.ts'
import { agreesWithReference } from './reference.ts'
const st = <T extends { reason: string | null }>(r: T) => ({
  ...r,
  status: r.reason === null ? 'ok' : 'undefined',
})
agreesWithReference(
  'km_quantile',
  (i: { time: number[]; event: number[]; probs: number[]; conf: number }) => {
    const c = s.kaplanMeier(
      i.time.map((time, k) => ({ time, event: i.event[k] === 1 })),
      i.conf,
    )
    const q = i.probs.map((p) => s.survivalQuantile(c, p))
    return { quantile: q.map((x) => x.quantile), lower: q.map((x) => x.lower), upper: q.map((x) => x.upper) }
  },
)
agreesWithReference('aalen_johansen', (i: { time: number[]; status: ('won' | 'lost' | 'open')[] }) => {
  const c = s.aalenJohansen(i.time.map((time, k) => ({ time, status: i.status[k]! })))
  return {
    times: c.steps.map((x) => x.time),
    cifWon: c.steps.map((x) => x.cifWon),
    q50: s.wonCycleQuantile(c, 0.5).days,
    q90: s.wonCycleQuantile(c, 0.9).days,
  }
})
agreesWithReference('grr_nrr', (i: { start: number[]; end: number[] }) =>
  st(s.revenueRetention(i.start.map((start, k) => ({ start, end: i.end[k]! })))),
)
agreesWithReference('welch_diff', (i: { x: number[]; y: number[]; conf: number }) =>
  s.welchDifference(i.x, i.y, i.conf),
)
agreesWithReference('paired_diff', (i: { x: number[]; y: number[]; conf: number }) =>
  s.pairedDifference(i.x, i.y, i.conf),
)
agreesWithReference('kitagawa', (i: { n1: number[]; r1: number[]; n2: number[]; r2: number[] }) =>
  s.kitagawa(i.n1.map((n1, k) => ({ n1, r1: i.r1[k]!, n2: i.n2[k]!, r2: i.r2[k]! }))),
)
agreesWithReference('psi', (i: { base: number[]; current: number[]; alpha: number }) =>
  st(s.populationStability(i.base, i.current, i.alpha)),
)
