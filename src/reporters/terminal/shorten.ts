// A report with many answers is shortened until it can be read in one go: tables first, then the lesser findings, the last questions first.

/** How much of a question's section is told. */
export interface Level {
  /** Findings at most; 0: no section, the answer at the top says it. */
  readonly findings: number
  /** Money, evidence and rows below each finding. */
  readonly facts: boolean
  readonly table: boolean
}

export const levels: readonly Level[] = [
  { findings: 5, facts: true, table: true },
  { findings: 5, facts: true, table: false },
  { findings: 2, facts: true, table: false },
  { findings: 1, facts: false, table: false },
  { findings: 0, facts: false, table: false },
]

/** Lines a person reads: 120 of 80 columns, more of narrower ones. */
export const roomFor = (columns: number): number => Math.ceil((120 * 80) / Math.min(columns, 80))

/** The line that says what is left out, and the blank one before it. */
const notice = 3

/**
 * One of its levels for every section, so that all of them and the notice take `room` lines at most: step by step the section that is told
 * at most length goes down a level, of several the last. Sections are in the order of their weight.
 */
export function fitSections(
  sections: readonly (readonly (readonly string[])[])[],
  room: number,
): { lines: string[]; cut: boolean } {
  const at = sections.map(() => 0)
  const size = (): number =>
    sections.reduce((sum, section, place) => sum + (section[at[place] ?? 0]?.length ?? 0), 0)
  const cut = size() > room
  while (size() > room - (cut ? notice : 0)) {
    let next = -1
    for (const [place, level] of at.entries())
      if (level < levels.length - 1 && (next === -1 || level <= (at[next] ?? 0))) next = place
    if (next === -1) break
    at[next] = (at[next] ?? 0) + 1
  }
  return { lines: sections.flatMap((section, place) => section[at[place] ?? 0] ?? []), cut }
}
