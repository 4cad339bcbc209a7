import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'tests/{engine,content,conformance,exercises,notebook,widgets}/**/*.test.ts',
      'tests/site/**/*.unit.ts',
    ],
    setupFiles: ['tests/no-own-mistakes.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
