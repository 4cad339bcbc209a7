import { expect, test } from 'vitest'
import { link } from '#engine/machine/program.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { Hardware } from '#engine/machine/snapshot.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import { EXIT, MMAP, ran } from '../os/linux-programs.ts'

/** Executes an instruction twice, and changes its operand from 1 to 7 in between. */
const PATCHES = `mov ecx, 2
again: mov al, 1
add bl, al
mov byte [rel again + 1], 7
dec ecx
jnz again
hlt`

test.each(['none', 'base-limit', 'segments'] as const)(
  'code that was executed is decoded anew when it is written to: %s',
  (scheme: SchemeName) => {
    const machine = Machine.boot('walkthrough', scheme)
    const linked = link(`f: ${PATCHES}`, machine.codeOrigin)
    if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
    machine.load(linked.program)
    machine.registers.set('rbx', 0n)
    machine.run(100, 'end')
    expect(machine.registers.get('rbx')).toBe(8n)
  },
)

const HARDWARE: readonly (readonly [what: string, hardware: Hardware])[] = [
  ['nothing else', {}],
  ['a TLB', { tlb: { entryCount: 4, wayCount: 4, replacement: 'lru', tagged: false } }],
  ['swap', { ramByteCount: 1 << 17, swap: { pageCount: 4, replacement: 'lru' } }],
]

test.each(HARDWARE)('and where pages have rights, with %s', (_what, hardware) => {
  // Copied to where code may be written: mov al, 1; ret.
  const source = `_start:
${MMAP({ protection: 7 })}
mov r12, rax
mov dword [r12], 0xc301b0
xor ebx, ebx
call r12
add bl, al
mov byte [r12 + 1], 7
call r12
add bl, al
${EXIT('ebx')}`
  expect(ran(source, 'four-level', hardware).stop).toMatchObject({ kind: 'exit', code: 8 })
})
