import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readmeOf } from '../../src/cli/readme-file.ts'
import { detectors } from '../../src/detectors/index.ts'
import { optionFlag } from '../../src/detectors/options.ts'
import { displayWidth } from '../../src/reporters/terminal/width.ts'
import { inProcess, root, salescheck } from './salescheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'salescheck-explain-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('salescheck explain', () => {
  it.each(detectors)(
    'tells of $id: its README first, what can be set last',
    async ({ id, question, options }) => {
      const { code, stdout, stderr } = await inProcess(['explain', id])
      expect([code, stderr]).toEqual([0, ''])
      const flat = stdout.replaceAll(/\s+/g, ' ')
      const places = [question, 'When it is wrong', 'What to do', 'Needs, any one of', 'Options'].map(
        (text) => flat.indexOf(text),
      )
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
      for (const key of Object.keys(options)) expect(stdout).toContain(`--${id}.${optionFlag(key)}\n`)
    },
  )

  it.each([40, 120])('fits a terminal of %i columns', async (terminal) => {
    const { stdout } = await inProcess(['explain', 'lost-reasons', '--color', 'always'], { terminal })
    expect(stdout).toContain('\u001B[1m')
    // An option's flag is never broken: it is there to be copied.
    const wide = stdout.split('\n').filter((line) => displayWidth(line) > terminal && !/^ {2}--/.test(line))
    expect(wide).toEqual([])
  })

  it('prints the README as it is with --markdown', async () => {
    const { stdout } = await inProcess(['explain', 'lost-reasons', '--markdown'])
    expect(stdout).toBe(readFileSync(join(root, 'src/detectors/lost-reasons/README.md'), 'utf8'))
  })

  it('finds the README from the bundle too', async () => {
    const { code, stdout } = await salescheck(['explain', 'lost-reasons', '--markdown'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^# lost-reasons\n/)
  })

  it('suggests the detector that was meant', async () => {
    expect(await inProcess(['explain', 'lost-reason'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: there is no detector "lost-reason"\n  Did you mean lost-reasons?\n',
    })
  })
})

describe('the README of a detector', () => {
  it('is looked for from any folder below the package, and not beyond it', async () => {
    put('explain/x.md', 'not ours')
    put('package/package.json', '{}')
    put('package/dist/explain/x.md', 'built')
    put('package/dist/chunks/deep/file.js', '')
    put('other/package.json', '{}')
    put('other/dist/file.js', '')
    expect(await readmeOf('x', join(folder, 'package/dist'))).toBe('built')
    expect(await readmeOf('x', join(folder, 'package/dist/chunks/deep'))).toBe('built')
    expect(await readmeOf('x', join(folder, 'other/dist'))).toBeNull()
  })
})
