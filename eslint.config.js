import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'

/**
 * @param {string} regex which import names
 * @param {string} message why not, and what instead
 * @returns {import('eslint').Linter.RulesRecord}
 */
const noValuesFrom = (regex, message) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: [{ regex, allowTypeImports: true, message }] },
  ],
})

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.cache/', 'test-results/', '**/*.generated.ts']),
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'] ?? [],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      // Prettier itself writes {' '} where a space matters.
      'svelte/no-useless-mustaches': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // Rules that ask the type checker. Components are left to svelte-check and astro check.
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['tests/**', '*.{js,mjs,ts}', 'src/{site,generate}/**/*.{js,ts}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // Components see the engine's types alone. What the notebook and the exercises import runs in the kernel's
    // worker or at build; that no page reaches it is checked by .dependency-cruiser.first-load.js.
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/engine/**', 'src/notebook/**', 'src/exercises/**', 'src/generate/**'],
    rules: noValuesFrom(
      '^#engine/(?!units\\.ts$|bits\\.ts$|memory/cost\\.ts$)',
      "Pages don't carry the engine: use `import type`, and let the kernel's worker do the work.",
    ),
  },
  {
    files: ['src/engine/**'],
    rules: noValuesFrom(
      '^(#(?!engine/)|node:|svelte|astro)',
      'The engine knows nothing of the site, of Node or of a browser.',
    ),
  },
)
