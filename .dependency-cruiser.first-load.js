/**
 * No page carries the engine in its first load: from a component, no chain of value imports leads to more of
 * it than units, bits and the arithmetic of costs. Types are gone by then, and what is imported on demand or
 * runs in a worker may.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'engine-in-first-load',
      severity: 'error',
      from: { path: '^src/(widgets|site)/.*\\.svelte$' },
      to: { path: '^src/engine/', pathNot: '^src/engine/(units|bits|memory/cost)\\.ts$', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { dynamic: true },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.d.ts'],
    },
  },
}
