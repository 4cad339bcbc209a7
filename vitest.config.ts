import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'tests/{engine,content,conformance,exercises,notebook,pictures}/**/*.test.ts',
      'tests/site/**/*.unit.ts',
    ],
    setupFiles: ['tests/no-own-mistakes.ts', 'tests/one-seed.ts'],
    maxWorkers: 2,
    // A report for whoever asks (npm run coverage); no bar, since a line that was run is not yet a line that was tested.
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['**/*.generated.ts', '**/*.d.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: '.cache/coverage',
    },
    // Only what hangs is to be stopped: how long a test takes says nothing on a busy machine.
    testTimeout: 600_000,
  },
})
