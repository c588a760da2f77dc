// A real Chromium for the tests of the HTML report. In CI they fail without one; on a machine that has none they do not run, and say so.
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** `SALESCHECK_CHROMIUM`, else where Linux packages put it. Throws with what to do where there is none. */
export function chromiumPath(): string {
  const given = process.env['SALESCHECK_CHROMIUM']
  const found = given === undefined ? usual.find(isProgram) : isProgram(given) ? given : undefined
  if (found !== undefined) return found
  throw new Error(
    `The tests of the HTML report need Chromium, and there is none at ${given ?? usual.join(', ')}. ` +
      'Install it (Debian: apt-get install -y chromium) or name it in SALESCHECK_CHROMIUM.',
  )
}

/** Whether the tests can run, or must fail because they should: CI installs a browser. */
export function browserWanted(): boolean {
  const there = process.env['SALESCHECK_CHROMIUM'] !== undefined || usual.some(isProgram)
  if (!there) console.warn('\nThere is no Chromium: the tests of the HTML report in a browser do NOT run.\n')
  return there || (process.env['CI'] ?? '') !== ''
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** A folder of this run, for the pages under test. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'salescheck-browser-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export interface Watched {
  readonly page: Page
  /** What the console said, and errors nobody caught. */
  readonly said: readonly string[]
  /** Addresses asked for. */
  readonly asked: readonly string[]
}

/** A page opened from disk in a context of its own, with everything it says and asks for written down. */
export async function open(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const said: string[] = []
  const asked: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => asked.push(request.url()))
  await page.goto(`file://${file}`)
  return { page, said, asked }
}
