/** The engine's rooms, each with those it may know. */
const BASE = [
  'units',
  'utf8',
  'bits',
  'diagnostic',
  'frames',
  'spare-memory',
  'words',
  'written-text',
  'odd-characters',
]
const rooms = {
  journal: BASE,
  memory: [...BASE, 'journal'],
  isa: [...BASE, 'journal', 'memory'],
  assembler: [...BASE, 'journal', 'memory', 'isa'],
  cpu: [...BASE, 'journal', 'memory', 'isa'],
  os: [...BASE, 'journal', 'memory', 'isa', 'assembler', 'cpu'],
  rust: [...BASE, 'isa'],
  machine: [...BASE, 'journal', 'memory', 'isa', 'assembler', 'cpu', 'os', 'rust'],
  elf: [...BASE, 'journal', 'memory', 'isa', 'assembler', 'cpu', 'os', 'machine'],
  facts: [...BASE, 'journal', 'memory', 'isa', 'assembler', 'cpu', 'os', 'rust', 'machine'],
}

/** The site's rooms, likewise. */
const outerRooms = {
  engine: [],
  notebook: ['engine'],
  exercises: ['engine', 'notebook'],
  pictures: ['engine', 'notebook'],
  widgets: ['engine', 'notebook', 'exercises', 'pictures'],
  site: ['engine', 'notebook', 'exercises', 'pictures', 'widgets', 'styles'],
  layouts: ['site', 'styles'],
  generate: ['engine', 'site'],
}

/** Where the notebook's and the exercises' code runs: each world with those it may know, types included. */
const worlds = {
  shared: [],
  worker: ['shared'],
  page: ['shared'],
  build: ['worker', 'shared'],
}

/**
 * @param {string} world
 * @param {string[]} known
 */
const onlyReaches = (world, known) => ({
  name: `${world}-reaches`,
  comment: `code of ${world} may know that of ${known.join(', ') || 'nothing else'}`,
  severity: 'error',
  from: { path: `^src/(notebook|exercises)/${world}/` },
  to: { path: '^src/(notebook|exercises)/', pathNot: `^src/[a-z]+/(${[world, ...known].join('|')})/` },
})

/**
 * The kernel's worker is where the rooms are put together, so it may know them all.
 *
 * @param {string} folder
 * @param {string} room
 * @param {string[]} known
 */
const onlyKnows = (folder, room, known) => ({
  name: `${room}-knows`,
  comment: `${folder}${room} may import ${known.join(', ') || 'nothing else'}`,
  severity: 'error',
  from: { path: `^${folder}${room}(/|\\.ts$)`, pathNot: '^src/notebook/worker/kernel(\\.worker)?\\.ts$' },
  to: { path: `^${folder}`, pathNot: `^${folder}(${[room, ...known].join('|')})(/|\\.)` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'types may refer to each other',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual):|\\?url$|\\.(astro|css|woff2)' },
    },
    {
      name: 'tests-stay-out',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    ...BASE.map((room) => onlyKnows('src/engine/', room, BASE)),
    ...Object.entries(rooms).map(([room, known]) => onlyKnows('src/engine/', room, known)),
    ...Object.entries(outerRooms).map(([room, known]) => onlyKnows('src/', room, known)),
    ...Object.entries(worlds).map(([world, known]) => onlyReaches(world, known)),
    {
      name: 'components-are-on-the-page',
      comment: 'what a reader’s browser draws knows nothing of the build’s or the worker’s code',
      severity: 'error',
      from: { path: '^src/(widgets|pictures)/', pathNot: '\\.astro$' },
      to: { path: '^src/(notebook|exercises)/(worker|build)/' },
    },
    {
      name: 'engine-stands-alone',
      comment: 'Lezer runs anywhere; everything else outside the engine may not be there',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { pathNot: '^(src/engine/|node_modules/@lezer/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.d.ts'],
    },
  },
}
