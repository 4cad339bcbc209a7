import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Plugin } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const VIEWS = 'notebook/worker/views'
const STAND_INS = join(ROOT, 'src/notebook/worker/parts/parts.ts')

/** Views that nearly every cell shows, or that others are made of: small, and nobody waits for a file of each. */
const EVERYDAY = new Set('assembly bits console frame ram registers stack table'.split(' '))

/**
 * What a first run may do without: for each part of the kernel, the modules through which everything else enters it.
 * What two of them share is in the file of the earlier one.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  assembler: [
    'notebook/worker/languages/assembly.ts',
    'engine/assembler/assemble.ts',
    'engine/assembler/parser.generated.ts',
  ],
  rust: ['notebook/worker/languages/rust.ts', 'engine/rust/1-parse/parser.generated.ts'],
  'rust-library': ['engine/rust/library/collections.ts', 'engine/rust/library/parts.ts'],
  'rust-mistakes': ['engine/rust/1-parse/syntax-error.ts', 'engine/rust/5-borrow/borrow-messages.ts'],
  'rust-macros': ['engine/rust/1-parse/macro-rules/expand.ts'],
  'rust-formats': ['engine/rust/6-generate/format.ts'],
  'rust-floats': ['engine/rust/3-check/floats.ts', 'engine/rust/6-generate/floats.ts'],
  'rust-middle': ['engine/rust/middle.ts', 'engine/rust/4-mir/print-mir.ts'],
  macros: ['engine/assembler/preprocess/preprocess.ts'],
  pages: ['notebook/worker/languages/pages.ts'],
  access: ['notebook/worker/languages/access.ts'],
  process: ['notebook/worker/languages/process.ts'],
  machine: ['notebook/worker/languages/machine.ts'],
  linux: ['engine/os/linux.ts', 'engine/os/lesson-calls.ts'],
  loops: ['engine/cpu/loops.generated.ts'],
  ...Object.fromEntries(viewMakers()),
  visits: ['notebook/worker/timeline/moment.ts', 'notebook/worker/timeline/travel.ts'],
  assist: ['notebook/worker/assist/explain.ts', 'notebook/worker/assist/suggest.ts'],
  executable: ['notebook/worker/assist/executable.ts'],
  exercises: ['exercises/worker/examine.ts'],
}

/** Each other view is a part of its own: a cell brings those that it shows. */
function viewMakers(): (readonly [string, readonly string[]])[] {
  return readdirSync(join(ROOT, 'src', VIEWS)).flatMap((file) => {
    const name = /^(?!make-)(.*)-view\.ts$/.exec(file)?.[1]
    return name === undefined || EVERYDAY.has(name) ? [] : [[`view-${name}`, [`${VIEWS}/${file}`]] as const]
  })
}

/** What does the work of a part until that has come, where it can be done without. */
const MEANWHILE: Readonly<Record<string, string>> = {
  'engine/cpu/loops.generated.ts': 'notebook/worker/parts/meanwhile-loops.ts',
}

const inSources = (module: string) => join(ROOT, 'src', module)

const partOf = new Map(
  Object.entries(PARTS).flatMap(([part, modules]) =>
    modules.map((module) => [inSources(module), part] as const),
  ),
)

const PREFIX = '\0stand-in:'

/**
 * Divides the kernel at its seams: who imports such a module gets a stand-in for it, which fetches the module when it is
 * told to. Nothing in the sources knows of this, so that in Node the engine is whole.
 */
export function kernelParts(): Plugin {
  return {
    name: 'kernel-parts',
    enforce: 'pre',
    async resolveId(source, importer, { kind }) {
      // Who fetches a module himself, as its stand-in does, means the module.
      if (importer === undefined || kind === 'dynamic-import') return null
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found && partOf.has(found.id) ? `${PREFIX}${found.id}` : null
    },
    load(id) {
      return id.startsWith(PREFIX) ? standInFor(id.slice(PREFIX.length)) : null
    },
    outputOptions: (options) => ({ ...options, codeSplitting: { groups: groups() } }),
  }
}

/** What the bundler knows of a module. */
interface Modules {
  getModuleInfo(id: string): {
    readonly isEntry: boolean
    readonly importers: readonly string[]
    readonly dynamicImporters: readonly string[]
  } | null
}

const ENTRY = 'entry'
const KERNEL = 'kernel'

/** What every grammar is read with. */
const READING = /[\\/](?:@lezer[\\/]|engine[\\/]written-text\.ts)/

const FILES = [KERNEL, 'reading', ...Object.keys(PARTS), 'executables', 'long-runs']

/** One file for the kernel, and one for each part: who needs something waits for one answer, not for a chain of them. */
function groups() {
  const known = new Map<string, string | undefined>()
  const fileOf = (id: string, modules: Modules) => {
    if (!known.has(id)) known.set(id, fileFor(id, modules))
    return known.get(id)
  }
  return FILES.map((name, index) => ({
    name: (id: string, modules: Modules) => (fileOf(id, modules) === name ? name : null),
    debugName: name,
    priority: FILES.length - index,
  }))
}

/** The first of the files that a module could be in; none where the worker begins with it. */
function fileFor(id: string, modules: Modules): string | undefined {
  const owners = ownersOf(id, modules)
  if (READING.test(id)) owners.add('reading')
  return owners.has(ENTRY) ? undefined : FILES.find((each) => owners.has(each))
}

/** The files that a module would have to be in, if it could be in several: those that import it, be it by way of others. */
function ownersOf(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  const owners = new Set<string>()
  if (seen.has(id)) return owners
  seen.add(id)
  const info = modules.getModuleInfo(id)
  if (info?.isEntry) owners.add(ENTRY)
  const part = partOf.get(id)
  if (part !== undefined) owners.add(part)
  else if ((info?.dynamicImporters.length ?? 0) > 0) owners.add(basename(id, '.ts'))
  for (const importer of info?.importers ?? [])
    for (const owner of ownersOf(importer, modules, seen)) owners.add(owner)
  return owners
}

const EXPORTED = /^export (?:async )?(?:const|let|class|function\*?) (\w+)/gm
const OTHERWISE = /^export (?:\*|\{|default)/m

/** The text of a module that exports the same names. @throws Error for a module that exports in another manner */
function standInFor(path: string): string {
  const source = readFileSync(path, 'utf8')
  const names = [...source.matchAll(EXPORTED)].map((match) => match[1]!)
  if (OTHERWISE.test(source) || names.length === 0)
    throw new Error(
      `${relative(ROOT, path)} is to export names where they are declared, as a part of the kernel`,
    )
  const meanwhile = MEANWHILE[relative(join(ROOT, 'src'), path)]
  const first = (name: string) => (meanwhile === undefined ? `standIn('${name}')` : `meanwhile.${name}`)
  return [
    `import { standIns } from '${STAND_INS}'`,
    ...(meanwhile === undefined ? [] : [`import * as meanwhile from '${inSources(meanwhile)}'`]),
    `const standIn = standIns('${partOf.get(path)}', () => import('${path}'), (real) => {`,
    ...names.map((name) => `  ${name} = real.${name}`),
    '})',
    ...names.map((name) => `export let ${name} = ${first(name)}`),
  ].join('\n')
}
