import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A wrong snapshot in CI is a stale generated file: it must fail, never be written.
    update: process.env['SALESCHECK_GENERATE'] === '1',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
