import { defineConfig } from 'vitest/config'

/** The tests of one room, told by run.ts: those that notice nothing of it are not waited for. */
const places = (process.env['PAGEWALK_MUTANTS_TESTS'] ?? 'tests/engine').split(' ')

export default defineConfig({
  test: {
    include: places.flatMap((place) => [`${place}*.test.ts`, `${place}/**/*.test.ts`]),
    setupFiles: ['tests/no-own-mistakes.ts', 'tests/one-seed.ts'],
    testTimeout: 60_000,
  },
})
