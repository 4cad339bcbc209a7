import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'

/* Where nasm and ld are installed, sections of all kinds, orders, sizes and alignments must lie as ld lays them. */

const hasTools = ['nasm', 'ld'].every((tool) => spawnSync(tool, ['-v']).status === 0)
if (!hasTools) console.warn('nasm or ld is not installed: sections are not compared with theirs')

const SECTIONS = [
  '.text',
  '.rodata',
  '.data',
  '.bss',
  '.own write',
  '.text.warm exec',
  '.data.own write',
  '.bss.own nobits write',
  'constants',
  '.zeros nobits write',
  '.code exec',
  '.rodata.own',
  '.note.GNU-stack noalloc noexec nowrite progbits',
  '.comment',
]

const part = fc.record({
  section: fc.constantFrom(...SECTIONS),
  alignment: fc.constantFrom(0, 1, 4, 8, 16, 64, 256),
  inside: fc.constantFrom(0, 1, 8, 32),
  byteCount: fc.constantFrom(0, 1, 3, 17, 100, 4000, 4096, 5000, 9000),
})
const program = fc.array(part, { minLength: 1, maxLength: 8 })

function sourceOf(parts: readonly (typeof part extends fc.Arbitrary<infer Part> ? Part : never)[]): string {
  const seen = new Set<string>()
  const lines = parts.flatMap(({ section, alignment, inside, byteCount }, index) => {
    const [name] = section.split(' ')
    const first = !seen.has(name!)
    seen.add(name!)
    const isReserved = /nobits|^\.bss/.test(section)
    return [
      `section ${first ? section : name}${first && alignment > 0 ? ` align=${alignment}` : ''}`,
      `l${index}:`,
      ...(inside > 0 ? [isReserved ? `alignb ${inside}` : `align ${inside}, db 0`] : []),
      `m${index}:`,
      ...(byteCount === 0 ? [] : [isReserved ? `resb ${byteCount}` : `times ${byteCount} db 1`]),
    ]
  })
  return ['global _start', 'section .text', '_start: nop', ...lines, ''].join('\n')
}

test.runIf(hasTools)('sections lie where ld puts them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ld-'))
  try {
    for (const parts of fc.sample(program, 40)) {
      const source = sourceOf(parts)
      const result = assemble(source)
      if (!result.ok) throw new Error(source)
      const wanted = symbolsOf(source, folder)
      const ours = [...result.assembly.labels].filter(([name]) => wanted.has(name))
      expect(new Map(ours), source).toEqual(
        new Map([...wanted].filter(([name]) => /^(?:[lm]\d+|_start)$/.test(name))),
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** The addresses of the program's own labels; ld has none of those in sections that it leaves out. */
function symbolsOf(source: string, folder: string): Map<string, bigint> {
  writeFileSync(join(folder, 'source.asm'), source)
  execFileSync('nasm', ['-f', 'elf64', 'source.asm', '-o', 'object'], { cwd: folder, stdio: 'pipe' })
  execFileSync('ld', ['object', '-o', 'program'], { cwd: folder, stdio: 'pipe' })
  const lines = execFileSync('nm', ['program'], { cwd: folder }).toString().split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [address, kind, name] = line.split(' ')
      const isLoaded = address !== '' && kind !== undefined && !/[nN]/.test(kind)
      return isLoaded ? [[name!, BigInt(`0x${address}`)] as const] : []
    }),
  )
}
