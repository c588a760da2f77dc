import * as s from '../../src/stats/index.ts'
import { agreesWithReference } from './reference.ts'
type X = { x1: number; n1: number; x2: number; n2: number; conf: number }
agreesWithReference('wilson_ci', (i: { x: number; n: number; conf: number }) =>
  s.wilsonInterval(i.x, i.n, i.conf),
)
agreesWithReference('newcombe_diff', (i: X) => s.shareDifference(i.x1, i.n1, i.x2, i.n2, i.conf))
agreesWithReference('risk_ratio_mover', (i: X) => {
  const r = s.shareRatio(i.x1, i.n1, i.x2, i.n2, i.conf)
  return { ...r, ratio: r.ratio ?? NaN }
})
agreesWithReference('two_prop_test', (i: X) => ({
  ...s.twoProportionTest(i.x1, i.n1, i.x2, i.n2),
  fisherP: s.fisherIrwinTest(i.x1, i.n1, i.x2, i.n2).p,
}))
agreesWithReference('chisq_rxc', (i: { table: number[][] }) => {
  const r = s.chiSquareTable(i.table)
  return {
    ...r,
    status: r.reason === null ? 'ok' : 'undefined',
    chi2: r.statistic,
    cramersVcorrected: r.correctedV,
    propExpectedLt5: r.smallExpectedShare,
  }
})
agreesWithReference('winner_verification', (i: { counts: number[] }) => s.verifyWinner(i.counts))
agreesWithReference('rank_confidence_sets', (i: { counts: number[]; conf: number }) => {
  const r = s.rankConfidenceSets(i.counts, i.conf)
  return { rank: r.map((x) => x.rank), lower: r.map((x) => x.lower), upper: r.map((x) => x.upper) }
})
agreesWithReference('weighted_share', (i: { value: number[]; hit: number[]; conf: number }) => {
  const r = s.weightedShare(
    i.value,
    i.hit.map((h) => h === 1),
    i.conf,
  )
  return { ...r, status: r.reason === null ? 'ok' : 'undefined' }
})
agreesWithReference('pareto', (i: { labels: string[]; values: number[] }) => {
  const r = s.pareto(i.labels.map((label, k) => ({ label, value: i.values[k] ?? 0 })))
  return {
    labels: r.rows.map((x) => x.label),
    share: r.rows.map((x) => x.share),
    cumShare: r.rows.map((x) => x.cumulativeShare),
    vital: r.vital,
  }
})
agreesWithReference('text_fingerprint', (i: { text: string }) => ({
  fingerprint: s.textFingerprint(i.text),
  ngram2: s.ngramFingerprint(i.text, 2),
  ngram1: s.ngramFingerprint(i.text, 1),
}))
agreesWithReference('string_similarity', ({ a, b }: { a: string; b: string }) => ({
  ...s.jaroWinkler(a, b),
  levenshtein: s.levenshteinDistance(a, b),
  levenshteinSim: s.editSimilarity(s.levenshteinDistance(a, b), a.length, b.length),
  osa: s.osaDistance(a, b),
  osaSim: s.editSimilarity(s.osaDistance(a, b), a.length, b.length),
}))
agreesWithReference('reason_clusters', (i: { reasons: (string | null)[] }) =>
  s.clusterReasons(i.reasons.map((text) => ({ text, count: 1 }))),
)
