/**
 * Executables that the course writes: read back they are the program, and where this test runs on x86-64 Linux, the
 * processor and the system themselves run them. What they print then is compared with what rustc's own executables,
 * and nasm's, have printed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readElf } from '#engine/elf/elf-file.ts'
import { elfProgram } from '#engine/elf/elf-program.ts'
import { readSymbols } from '#engine/elf/elf-symbols.ts'
import { writeElf } from '#engine/elf/write-elf.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link, type Program } from '#engine/machine/program.ts'
import { compile } from '#engine/rust/compile.ts'

interface Vector {
  readonly id: string
  readonly source: string
  readonly stdin?: string
  readonly expect: { readonly stdout: string; readonly exit_code: number | null }
}

const VECTORS = join(import.meta.dirname, '../../conformance/vectors')
const vectors = (name: string) =>
  readFileSync(join(VECTORS, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vector)

const { codeOrigin, codeByteLimit } = Machine.boot('linux', 'four-level')

/** Undefined for what the course refuses, which other tests are about. */
function linked(source: string, language: 'rust' | 'asm'): Program | undefined {
  const compiled = language === 'rust' ? compile(source, { layout: 'debug', isProcess: true }) : undefined
  if (compiled?.ok === false) return undefined
  const text = compiled?.ok ? compiled.assembly : source
  const made = link(text, codeOrigin, compiled?.ok ? compiled : undefined, codeByteLimit)
  return made.ok ? made.program : undefined
}

const SECTIONS = `section .bss
room: resb 5000
section .data
number: dq 0x1122334455667788
section .rodata
text: db "read only", 10
section .text
global _start
_start:
    mov rax, [rel number]
    mov [rel room + 4992], rax
    mov eax, 1
    mov edi, 1
    lea rsi, [rel text]
    mov edx, 10
    syscall
    mov eax, 60
    movzx edi, byte [rel room + 4992]
    syscall
`

describe('an executable that the course writes', () => {
  test('is read by the course as the program that it was, with its names', () => {
    const file = writeElf(linked(SECTIONS, 'asm')!)
    const read = elfProgram(file, { path: './program', arguments: [] })
    if (!read.ok) throw new Error(read.message)
    const machine = Machine.boot('linux', 'four-level')
    machine.load(read.program)
    expect(machine.run(10_000)).toMatchObject({ kind: 'exit', code: 0x88 })
    expect(machine.console!.text).toBe('read only\n')
    const elf = readElf(file)
    if (!elf.ok) throw new Error(elf.message)
    expect(readSymbols(elf.file)).toMatchObject([{ name: '_start', address: codeOrigin }])
  })

  test('may end before the place of zeros that are loaded from no part of it, as for Linux', () => {
    const file = writeElf(linked('fn main() {\n    println!("{}", 6 * 7);\n}', 'rust')!)
    const read = elfProgram(file, { path: './program', arguments: [] })
    if (!read.ok) throw new Error(read.message)
    const machine = Machine.boot('linux', 'four-level')
    machine.load(read.program)
    expect(machine.run(100_000)).toMatchObject({ kind: 'exit', code: 0 })
    expect(machine.console!.text).toBe('42\n')
  })

  test('gives every page the rights of what lies on it', () => {
    const { assembly } = linked(SECTIONS, 'asm')!
    const read = elfProgram(writeElf(linked(SECTIONS, 'asm')!), { path: './program', arguments: [] })
    if (!read.ok) throw new Error(read.message)
    const { regions } = read.program.started!.executable
    for (const { address, byteCount, write, execute } of assembly.sections)
      if (byteCount > 0)
        expect(regions.find(({ start, end }) => start <= address && address < end)).toMatchObject({
          write,
          execute,
        })
  })
})

const isNative = process.platform === 'linux' && process.arch === 'x64'
if (!isNative) console.warn('This is no x86-64 Linux: that it runs executables of the course was skipped.')

describe.runIf(isNative)('on the processor itself', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pagewalk-elf-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function run(id: string, program: Program, stdin = '') {
    const path = join(folder, id)
    writeFileSync(path, writeElf(program), { mode: 0o755 })
    // As the records were made: with nothing in the environment, so that what lies on the stack is the same.
    const options = { input: stdin, env: {}, timeout: 60_000, encoding: 'utf8' } as const
    const { stdout, status } = spawnSync(path, [], options)
    return { stdout, exit_code: status }
  }

  for (const [name, language] of [
    ['rust-programs-2', 'rust'],
    ['asm-programs-2', 'asm'],
  ] as const)
    test.each(vectors(name))(`${name}: $id`, ({ id, source, stdin, expect: expected }) => {
      const program = linked(source, language)
      if (program === undefined) return
      const { stdout, exit_code } = expected
      expect(run(id, program, stdin)).toEqual({ stdout, exit_code })
    })
})
