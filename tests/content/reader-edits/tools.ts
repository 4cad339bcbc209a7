/** The real tools that answer where they are present. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '#notebook/shared/language.ts'
import type { Answer } from './answers.ts'
import { rustShape } from './rust-shape.ts'

const present = (command: string, flag: string) => spawnSync(command, [flag]).status === 0
const rustc = ['rustc', join(homedir(), '.cargo/bin/rustc')].find((path) => present(path, '--version'))
const nasm = present('nasm', '-v') ? 'nasm' : undefined

export const TOOLS: Readonly<Partial<Record<Language, string | undefined>>> = { rust: rustc, asm: nasm }

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-edits-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Milliseconds after which a program is taken for an endless one. */
const PATIENCE = 2000
const SIGNAL_NUMBERS: Readonly<Record<string, number>> = {
  SIGILL: 4,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGSEGV: 11,
}

/** @returns undefined for languages that no tool but ours knows, and where the tool is absent */
export function askTool(language: Language, source: string): Answer | undefined {
  if (TOOLS[language] === undefined) return undefined
  return language === 'rust' ? askRustc(source) : askNasm(source)
}

/** A function that nobody calls is called, as the course does. */
function runnable(source: string): string {
  const shape = rustShape(source)
  return shape === undefined || shape.name === 'main' ? source : `${source}\nfn main() { ${shape.name}(); }`
}

const CALLED_WITHOUT = new Set(['E0061', 'E0133'])

function askRustc(source: string): Answer {
  const refusal = compileByRustc(runnable(source))
  // What cannot be called just so, since it takes something or is unsafe, may be right all the same.
  if (refusal !== undefined && CALLED_WITHOUT.has(refusal.code ?? ''))
    return compileByRustc(source, 'lib') ?? { accepts: true }
  if (refusal !== undefined) return refusal
  const { stdout, stderr, status, signal } = spawnSync(join(folder, 'program'), {
    encoding: 'utf8',
    timeout: PATIENCE,
    input: '',
  })
  // On a busy machine even a short program may not end in time: that says nothing of it.
  if (status === null && (signal === 'SIGTERM' || signal === null)) return { accepts: true }
  const said = stdout + beforePanic(stderr)
  const exit = status ?? 128 + (SIGNAL_NUMBERS[signal ?? ''] ?? 0)
  return { accepts: true, ...(said.length < 2000 ? { output: said } : {}), exit }
}

function compileByRustc(source: string, crate = 'bin'): Answer | undefined {
  const options = [
    '--edition=2024',
    '-A',
    'warnings',
    `--crate-type=${crate}`,
    '--error-format=json',
    '-o',
    join(folder, 'program'),
    '-',
  ]
  const { stderr, status } = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
  if (status === 0) return undefined
  const first = stderr
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { level: string; code: { code: string } | null })
    .find(({ level }) => level === 'error')
  return { accepts: false, ...(first?.code ? { code: first.code.code } : {}) }
}

function beforePanic(errors: string): string {
  const at = errors.indexOf("\nthread 'main'")
  return at < 0 ? errors : errors.slice(0, at)
}

function askNasm(source: string): Answer {
  writeFileSync(join(folder, 'cell.asm'), `bits 64\n${source}\n`)
  const options = ['-w-all', '-f', 'elf64', '-o', join(folder, 'cell.o'), join(folder, 'cell.asm')]
  return { accepts: spawnSync(nasm ?? '', options).status === 0 }
}
