import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Generated files are rewritten by `npm run generate` alone.
    update: process.env['SALESCHECK_GENERATE'] === '1',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
