// Names of teams as people write them: case and white space do not tell two teams apart, as in the join keys of the tables.

const folded = (name: string): string =>
  name
    .replaceAll(/[\s\p{Z}\u{FEFF}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase()

export const sameTeam = (a: string, b: string): boolean => folded(a) === folded(b)
