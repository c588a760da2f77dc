// Ids of a page: a letter and a running number, never anything from the data.

export interface PageIds {
  /** `f1`, `f2` … for findings, `t1` … for tables, `p1` … for pictures. */
  next(letter: string): string
}

export function pageIds(): PageIds {
  const last = new Map<string, number>()
  return {
    next: (letter) => {
      const number = (last.get(letter) ?? 0) + 1
      last.set(letter, number)
      return `${letter}${number}`
    },
  }
}
