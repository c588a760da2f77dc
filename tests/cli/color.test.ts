import { describe, expect, it } from 'vitest'
import { colorLevel, unicodeAllowed, type ColorChoice } from '../../src/cli/color.ts'

const stream = (isTTY: boolean): NodeJS.WriteStream =>
  ({ isTTY, getColorDepth: () => 8 }) as unknown as NodeJS.WriteStream

describe('colour', () => {
  it.each<[string, boolean, ColorChoice, Record<string, string>, number]>([
    ['a terminal gets it', true, 'auto', {}, 2],
    ['a pipe does not', false, 'auto', {}, 0],
    ['NO_COLOR takes it away', true, 'auto', { NO_COLOR: '1' }, 0],
    ['an empty NO_COLOR says nothing', true, 'auto', { NO_COLOR: '' }, 2],
    ['FORCE_COLOR gives it to a pipe', false, 'auto', { FORCE_COLOR: '1' }, 1],
    ['FORCE_COLOR beats NO_COLOR, as in Node', false, 'auto', { FORCE_COLOR: '3', NO_COLOR: '1' }, 3],
    ['FORCE_COLOR=0 takes it away', true, 'auto', { FORCE_COLOR: '0' }, 0],
    ['FORCE_COLOR=false takes it away', true, 'auto', { FORCE_COLOR: 'false' }, 0],
    ['a dumb terminal has none', true, 'auto', { TERM: 'dumb' }, 0],
    ['--color always beats everything', false, 'always', { NO_COLOR: '1' }, 1],
    ['--color never beats everything', true, 'never', { FORCE_COLOR: '3' }, 0],
    ['an empty FORCE_COLOR means sixteen colours', false, 'auto', { FORCE_COLOR: '' }, 1],
  ])('%s', (_name, isTTY, choice, env, level) => {
    expect(colorLevel(choice, stream(isTTY), env)).toBe(level)
  })

  it('symbols beyond ASCII stay away from a C locale', () => {
    expect(unicodeAllowed({ LC_ALL: 'C' })).toBe(false)
    expect(unicodeAllowed({ LANG: 'POSIX' })).toBe(false)
    expect(unicodeAllowed({ LANG: 'C.UTF-8' })).toBe(true)
    expect(unicodeAllowed({})).toBe(true)
  })
})
