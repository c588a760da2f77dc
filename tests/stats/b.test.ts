import * as s from '../../src/stats/index.ts'
import { agreesWithReference } from './reference.ts'
const st = <T extends { reason: string | null }>(r: T) => ({
  ...r,
  status: r.reason === null ? 'ok' : 'undefined',
})
agreesWithReference(
  'quasipoisson_trend',
  (i: {
    y: number[]
    x: number[]
    offset: number[] | null
    phiFloor: 1 | 'binomial'
    arAdjust: boolean
    harmonic12: boolean
    conf: number
  }) => {
    const r = s.quasiPoissonTrend(
      { y: i.y, x: i.x, ...(i.offset ? { exposure: i.offset } : {}) },
      { phiFloor: i.phiFloor, autocorrelation: i.arAdjust, harmonic: i.harmonic12, confidence: i.conf },
    )
    return { ...st(r), growthPerUnit: r.growth }
  },
)
agreesWithReference('elasticity', (i: { leads: number[]; conversions: number[]; conf: number }) =>
  st(s.elasticity(i.leads, i.conversions, { confidence: i.conf })),
)
agreesWithReference('growth_cagr', (i: { first: number; last: number; periods: number }) => ({
  cagr: s.compoundGrowth(i.first, i.last, i.periods).growth,
}))
agreesWithReference('kaplan_meier', (i: { time: number[]; event: number[]; at: number[]; conf: number }) => {
  const c = s.kaplanMeier(
    i.time.map((time, k) => ({ time, event: i.event[k] === 1 })),
    i.conf,
  )
  const a = i.at.map((t) => s.survivalAt(c, t))
  return {
    nRisk: a.map((x) => x.atRisk),
    surv: a.map((x) => x.survival),
    se: a.map((x) => x.se),
    lower: a.map((x) => x.lower),
    upper: a.map((x) => x.upper),
  }
})
agreesWithReference(
  'funnel_gap',
  (i: { exportDate: string; horizonDays: number; created: string[]; converted: (string | null)[] }) =>
    s.funnelGapFromLeads(
      i.created.map((createdOn, k) => ({ createdOn, convertedOn: i.converted[k] ?? null })),
      { asOf: i.exportDate, horizonDays: i.horizonDays },
    ),
)
agreesWithReference(
  'matured_cohorts',
  (i: {
    leads: { created: number; converted: number | null }[]
    horizonDays: number
    exportDay: number
    cohortDays: number
  }) => s.maturedCohorts(i.leads, i),
)
agreesWithReference('theil_sen', (i: { y: number[]; conf: number }) => s.theilSen(i.y, i.conf))
agreesWithReference('mann_kendall', (i: { y: number[] }) => {
  const r = s.mannKendall(i.y)
  return { ...r, S: r.s }
})
agreesWithReference('seasonal_mann_kendall', (i: { y: number[]; period: number }) => {
  const r = s.seasonalMannKendall(i.y, i.period)
  return { ...r, S: r.s }
})
agreesWithReference('cochran_armitage', (i: { x: number[]; n: number[] }) => st(s.cochranArmitage(i.x, i.n)))
agreesWithReference('pettitt', (i: { y: number[] }) => {
  const r = s.pettitt(i.y)
  return { ...r, K: r.k }
})
agreesWithReference('ols_simple', (i: { x: number[]; y: number[]; conf: number }) => {
  const r = s.linearTrend(i.x, i.y, i.conf)
  return { ...r, residSd: r.residualSd }
})
agreesWithReference('ols_newey_west', (i: { x: number[]; y: number[]; lag: number | null }) => {
  const r = s.neweyWestTrend(i.x, i.y, i.lag === null ? {} : { lag: i.lag })
  return { ...st(r), seOLS: r.seOls, seHAC: r.seHac }
})
agreesWithReference('mean_sd', (i: { x: number[] }) => s.meanAndSd(i.x))
agreesWithReference('quantile7', (i: { x: number[]; p: number }) => s.quantile(i.x, i.p))
