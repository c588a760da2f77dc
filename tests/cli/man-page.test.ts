import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Subcommand } from '../../src/cli/completion/command-line.ts'
import { manPage } from '../../src/cli/man-page.ts'
import { inProcess, root } from './salescheck.ts'

const command = (description: string): Subcommand => ({
  name: 'odd',
  usage: '[options]',
  summary: 'does odd things',
  flags: [
    {
      long: '--thing',
      short: null,
      usage: '--thing <n>',
      group: 'Odd:',
      description,
      values: { kind: 'unknown' },
    },
  ],
  argument: null,
})

describe('the manual page', () => {
  it('has the sections that manual pages have', async () => {
    const { code, stdout, stderr } = await inProcess(['man'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^\.TH SALESCHECK 1 "" "salescheck \d/)
    const sections = [...stdout.matchAll(/^\.SH "(.*)"$/gm)].map(([, title]) => title)
    expect(sections).toEqual([
      'NAME',
      'SYNOPSIS',
      'DESCRIPTION',
      'COMMANDS',
      'OPTIONS',
      'EXIT STATUS',
      'ENVIRONMENT',
      'FILES',
      'EXAMPLES',
    ])
  })

  it('describes a flag that several commands share once', async () => {
    const { stdout } = await inProcess(['man'])
    expect(stdout.match(/^\.B "\\-\\-max\\-rejects <text>"$/gm)).toHaveLength(1)
  })

  it('holds nothing that troff takes for its own', () => {
    const page = manPage([command(`.so /etc/passwd\n'hm \\fB "quoted" caf\u00E9 \u{1F600}`)], 'text', '')
    expect(page).toContain(
      String.raw`.TP
.B "\-\-thing <n>"
\&.so /etc/passwd
\&'hm \efB "quoted" caf\[u00E9] \[u1F600]`,
    )
  })

  it('is what the build publishes', () => {
    const { man, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      man: string
      files: string[]
    }
    expect(man).toBe('./dist/salescheck.1')
    expect(files).toContain('dist')
    expect(readFileSync(join(root, man), 'utf8')).toMatch(/^\.TH SALESCHECK 1/)
  })
})
