// How much slower this machine is right now than the one on which limits in milliseconds were chosen; never below 1, so that on a quiet
// machine every limit is what it says. Called in the assertion, after the work: it is measured beside it.
const quietMilliseconds = 12

export function slowness(): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    churn()
    return performance.now() - begun
  })
  return Math.max(1, Math.min(...times) / quietMilliseconds)
}

function churn(): number {
  const seen = new Map<string, number>()
  for (let at = 0; at < 60_000; at++) {
    const key = `key ${(at * 7919) % 5000}`
    seen.set(key, (seen.get(key) ?? 0) + key.length)
  }
  return seen.size
}
