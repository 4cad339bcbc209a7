import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { FORMS } from '#engine/isa/table.ts'
import { instructionOf } from '../isa/random-instruction.ts'

/* Where nasm is installed, it and this assembler must agree on random instructions of every form. */

const hasNasm = spawnSync('nasm', ['-v']).status === 0
if (!hasNasm) console.warn('nasm is not installed: the assembler is not compared with it')

const SAMPLES_PER_FORM = 12

test.runIf(hasNasm)('nasm assembles random instructions of every form to the same bytes', () => {
  const lines = FORMS.flatMap((form) => fc.sample(instructionOf(form), SAMPLES_PER_FORM))
    .filter((line) => assemble(line).ok)
    .map(forNasm)
  const expected = nasmBytes(lines)
  const wrong = lines.flatMap((line, index) => {
    const found = ourBytes(line)
    return found === expected[index] ? [] : [`${line}: nasm ${expected[index]}, here ${found}`]
  })
  expect(wrong).toEqual([])
  expect(lines.length).toBeGreaterThan(FORMS.length * SAMPLES_PER_FORM * 0.8)
})

/** nasm 2.16 takes no size before the memory of some, although it is the only one they can have. */
function forNasm(line: string): string {
  return line.replace(/^(pshuf\w+|cmpsd|(?:pmuludq|psubq)(?= mm)) (.*?)[oq]word \[/, '$1 $2[')
}

function ourBytes(line: string): string {
  const result = assemble(line)
  return result.ok ? Buffer.from(result.assembly.instructions[0]!.bytes).toString('hex') : ''
}

/** Each line's bytes, from nasm's listing. */
function nasmBytes(lines: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nasm-'))
  try {
    const file = (name: string) => join(folder, name)
    writeFileSync(file('source.asm'), ['bits 64', ...lines].join('\n'))
    execFileSync('nasm', [
      '-w-all',
      '-f',
      'bin',
      '-l',
      file('listing'),
      '-o',
      file('out'),
      file('source.asm'),
    ])
    const bytes = lines.map(() => '')
    for (const entry of readFileSync(file('listing'), 'utf8').split('\n')) {
      const match = /^ *(\d+) [0-9A-F]{8} ([0-9A-F]+)-?(?: |$)/.exec(entry)
      if (match !== null) bytes[Number(match[1]) - 2] += match[2]!.toLowerCase()
    }
    return bytes
  } finally {
    rmSync(folder, { recursive: true })
  }
}
