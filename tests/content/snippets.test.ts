/** Every snippet of every lesson is real: our engine takes it, and so do rustc and nasm where they are present. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { compile } from '#engine/rust/compile.ts'

const root = join(import.meta.dirname, '../..')
const snippets = (extension: string) =>
  globSync(`content/lessons/*/*.${extension}`, { cwd: root }).map(
    (path) => [relative('content/lessons', path), readFileSync(join(root, path), 'utf8')] as const,
  )

/** Where native tools write: nasm deletes its output when it fails, which for a device would be the device. */
const scratch = mkdtempSync(join(tmpdir(), 'pagewalk-snippets-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Runs a native tool on a source given on its standard input; undefined where the tool is absent. */
function native(
  command: string,
  commandArguments: string[],
  input: string,
): { accepted: boolean; said: string } | undefined {
  const result = spawnSync(command, commandArguments, { input, encoding: 'utf8' })
  return result.error ? undefined : { accepted: result.status === 0, said: result.stderr }
}

const present = (command: string) => native(command, ['--version'], '') !== undefined
for (const tool of ['rustc', 'nasm'])
  if (!present(tool))
    console.warn(`skipped: ${tool} is not on this machine, so no snippet was checked against it`)

describe('Rust snippets', () => {
  test.each(snippets('rs'))('%s compiles, in both layouts', (_path, source) => {
    for (const layout of ['packed', 'debug'] as const)
      expect(compile(source, { layout })).toMatchObject({ ok: true })
  })

  test.runIf(present('rustc')).each(snippets('rs'))('%s is accepted by rustc', (_path, source) => {
    const crate = source.includes('fn main') ? 'bin' : 'lib'
    const flags = [
      '--edition=2024',
      `--crate-type=${crate}`,
      '--emit=metadata',
      '-Awarnings',
      '-o',
      join(scratch, 'snippet.rmeta'),
      '-',
    ]
    expect(native('rustc', flags, source)).toEqual({ accepted: true, said: '' })
  })
})

describe('assembly snippets', () => {
  test.each(snippets('asm'))('%s assembles', (_path, source) => {
    expect(assemble(source)).toMatchObject({ ok: true })
  })

  test.runIf(present('nasm')).each(snippets('asm'))('%s is accepted by nasm', (_path, source) => {
    const file = join(scratch, 'snippet.asm')
    writeFileSync(file, `bits 64\n${source}`)
    const flags = ['-f', 'bin', '-o', join(scratch, 'snippet.bin'), file]
    expect(native('nasm', flags, '')).toEqual({ accepted: true, said: '' })
  })
})
