// Whether and how much colour a stream gets. chalk does not honour NO_COLOR, so the level is decided here and handed to it.
import type { Io } from './io.ts'

export type ColorChoice = 'auto' | 'always' | 'never'
export type ColorLevel = 0 | 1 | 2 | 3

const forced = new Map<string, ColorLevel>([
  ['0', 0],
  ['false', 0],
  ['', 1],
  ['1', 1],
  ['true', 1],
  ['2', 2],
  ['3', 3],
])

/** --color beats FORCE_COLOR, which (as in Node itself) beats NO_COLOR; then TERM=dumb, then whether the stream is a terminal. */
export function colorLevel(choice: ColorChoice, stream: NodeJS.WriteStream, env: Io['env']): ColorLevel {
  const depth = (): ColorLevel => {
    const bits = stream.isTTY ? stream.getColorDepth({ ...env }) : 4
    return bits >= 24 ? 3 : bits >= 8 ? 2 : 1
  }
  if (choice === 'always') return depth()
  if (choice === 'never') return 0
  const force = env['FORCE_COLOR']
  if (force !== undefined) return forced.get(force) ?? 1
  if ((env['NO_COLOR'] ?? '') !== '') return 0
  if (env['TERM'] === 'dumb' || !stream.isTTY) return 0
  return depth()
}

/** Symbols beyond ASCII: wherever the locale is not plainly C or POSIX. */
export function unicodeAllowed(env: Io['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  return !/^(?:C|POSIX)$/.test(locale)
}
