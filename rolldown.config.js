// Bundles our own code into few files, which start faster than many; packages stay packages. Types come from tsc.
import { readFileSync } from 'node:fs'
import { defineConfig } from 'rolldown'

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

const schemas = ['report/report.schema.json', 'report/inspection.schema.json', 'analyze/config.schema.json']

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
          this.emitFile({ type: 'asset', fileName: path.split('/').at(-1), source: readFileSync(`src/${path}`, 'utf8') })
        }
      },
    },
  ],
})
