// Bundles our own code into few files, which start faster than many; packages stay packages. Types come from tsc.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'rolldown'

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

const schemas = ['report/report.schema.json', 'report/inspection.schema.json', 'analyze/config.schema.json']

// What `salescheck explain` shows.
const detectors = readdirSync('src/detectors', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

export default defineConfig({
  input: { index: 'src/index.ts', 'cli/main': 'src/cli/main.ts' },
  platform: 'node',
  external: new RegExp(`^(?:node:|(?:${Object.keys(dependencies).join('|')})(?:/|$))`),
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js', cleanDir: true },
  plugins: [
    {
      name: 'publish the JSON Schemas',
      generateBundle() {
        for (const path of schemas) {
          this.emitFile({
            type: 'asset',
            fileName: path.split('/').at(-1),
            source: readFileSync(`src/${path}`, 'utf8'),
          })
        }
      },
    },
    {
      name: 'publish what the detectors say of themselves',
      generateBundle() {
        for (const id of detectors) {
          const source = readFileSync(`src/detectors/${id}/README.md`, 'utf8')
          this.emitFile({ type: 'asset', fileName: `explain/${id}.md`, source })
        }
      },
    },
    {
      name: 'write the manual page',
      async writeBundle({ dir }) {
        const { run } = await import(pathToFileURL(resolve(dir, 'cli/main.js')).href)
        let page = ''
        const stdout = {
          write(text, done) {
            page += text
            done()
          },
        }
        const io = { argv: ['man'], env: {}, cwd: dir, stdin: null, stdout, stderr: process.stderr }
        const code = await run({ ...io, signal: new AbortController().signal })
        if (code !== 0) this.error('the manual page could not be made')
        writeFileSync(join(dir, 'salescheck.1'), page)
      },
    },
  ],
})
