// What a decision is told beside its rows, where nothing of it matters: every column is there, the data end on a day, nothing was asked for.

export const surroundings = (end: string) => ({
  rollups: {},
  present: { has: () => true },
  asOf: end,
  horizon: () => end,
  period: null,
  since: null,
  until: null,
  words: { aliases: new Map<string, readonly string[]>() },
})
