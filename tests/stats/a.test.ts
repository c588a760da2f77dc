import { attainmentOf } from '../../src/stats/attainment.ts'
import {
  benjaminiHochberg,
  classifyRatings,
  npsDifference,
  npsScoreInterval,
  npsTestBelow,
  shrinkNps,
  spearman,
} from '../../src/stats/index.ts'
import { agreesWithReference } from './reference.ts'
type C = { detractors: number; passives: number; promoters: number }
const t = ([detractors, passives, promoters]: [number, number, number]) => ({
  detractors,
  passives,
  promoters,
})
agreesWithReference('attainment', (i: { booked: number | null; target: number | null }) =>
  attainmentOf(i.booked, i.target),
)
agreesWithReference('nps_classify', (i: { ratings: (number | null)[] }) => classifyRatings(i.ratings))
agreesWithReference('nps_ci_score', (i: C & { conf: number }) => npsScoreInterval(i, i.conf))
agreesWithReference('nps_test_below', (i: C & { threshold: number }) => npsTestBelow(i, i.threshold))
agreesWithReference(
  'nps_diff_mover',
  (i: { x: [number, number, number]; y: [number, number, number]; conf: number }) =>
    npsDifference(t(i.x), t(i.y), i.conf),
)
agreesWithReference('bh_adjust', (i: { p: number[] }) => ({ adjusted: benjaminiHochberg(i.p) }))
agreesWithReference('spearman', (i: { x: number[]; y: number[]; conf: number }) => spearman(i.x, i.y, i.conf))
agreesWithReference('nps_shrink_dm', (i: { counts: [number, number, number][]; conf: number }) => {
  const r = shrinkNps(i.counts.map(t), i.conf)
  return {
    ...r,
    precisionA: r.precision,
    poolMean: r.pool,
    raw: r.entities.map((e) => e.raw),
    shrunk: r.entities.map((e) => e.shrunk),
    sd: r.entities.map((e) => e.sd),
    lower: r.entities.map((e) => e.lower),
    upper: r.entities.map((e) => e.upper),
  }
})
