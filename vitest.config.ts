import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Generated files are rewritten by `npm run generate` alone.
    update: process.env['SALESCHECK_GENERATE'] === '1',
    // The tests change nothing that another file sees: a process for each would take twice as long as they do.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
