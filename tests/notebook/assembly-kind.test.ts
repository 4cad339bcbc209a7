import { describe, expect, it } from 'vitest'
import { assemblyKind } from '#notebook/worker/assembly-kind.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from './cells.ts'

function run(source: string, before?: Parameters<typeof cell>[2] & { source: string }) {
  const shown: Partial<CellDefinition> = { language: 'asm', show: ['registers'] }
  const above = before && new CellRun(cell('above', before.source, { ...before }), [])
  above?.toEnd()
  const running = new CellRun(cell('code', source, shown), [], above?.machine())
  running.toEnd()
  return { result: running.result(), fact: (name: string) => running.fact(name) }
}

const HELLO = `section .data
msg db "Hello", 10
len equ $-msg
section .text
global _start
helper: ret
_start:
 mov rax,1
 mov rdi,1
 mov rsi,msg
 mov rdx,len
 syscall
 mov eax,60
 xor edi,edi
 syscall`

describe('an assembly cell', () => {
  it('runs a whole program as a Linux process, from _start, and says so', () => {
    const { result } = run(HELLO)
    expect(result).toMatchObject({ state: 'done', diagnostics: [] })
    expect(result.message).toMatch(/sections or `_start`.*Linux process/)
    expect(result.views[0]).toMatchObject({ kind: 'console', output: { value: 'Hello\n' } })
  })

  it('does so below another cell too: a program begins anew', () => {
    const { result } = run(HELLO, { language: 'rust', source: 'fn main() {\n    let x: u8 = 1;\n}' })
    expect(result).toMatchObject({ state: 'done', message: expect.stringContaining('Linux process') })
    expect(result.views[0]).toMatchObject({ kind: 'console', output: { value: 'Hello\n' } })
  })

  it('runs code that only makes system calls as a process, and tells its exit code as well', () => {
    const { result } = run('mov eax, 60\nmov edi, 3\nsyscall')
    expect(result.message).toMatch(/asks the operating system.*exit code 3/)
  })

  it('leaves such code on the machine of the cell above, which answers it', () => {
    const { result } = run('mov eax, 60\nmov edi, 3\nsyscall', {
      language: 'rust',
      source: 'fn main() {\n    let x: u8 = 1;\n}',
    })
    expect(result.message).toMatch(/exit code 3/)
    expect(result.message).not.toMatch(/Linux process/)
  })

  it('runs the first instruction of a piece of code first, and says so where it has labels', () => {
    const { result, fact } = run('mov ecx, 5\nxor eax, eax\nagain: add eax, 2\ndec ecx\njnz again')
    expect(fact('registers.rax')).toBe('0xA')
    expect(result.message).toMatch(/first instruction/)
  })

  it('calls a function at its label, and says which if it is not the first', () => {
    const { result, fact } = run('double: add edi, edi\nret\nmain: mov edi, 21\ncall double\nret')
    expect(fact('registers.rdi')).toBe('0x2A')
    expect(result.message).toMatch(/called at `main`/)
    expect(run('one: mov eax, 1\nret').result.message).toBeUndefined()
  })

  it('takes no constant for a place in the code', () => {
    const { result } = run(
      'SYS_EXIT equ 60\nglobal _start\nsection .text\n_start:\nmov edi, 7\nmov eax, SYS_EXIT\nsyscall',
    )
    expect(result).toMatchObject({ state: 'done', message: expect.stringContaining('exit code 7') })
    expect(run('limit equ 60\nmov eax, limit').fact('registers.rax')).toBe('0x3C')
    expect(run('limit equ 60\nf: mov eax, limit\nret').fact('registers.rax')).toBe('0x3C')
  })
})

it.each([
  ['mov al, [rbp - 1]', 'code'],
  ['mov eax, 1 ; like a syscall', 'code'],
  ['db "syscall"', 'code'],
  ['loop: syscall', 'calls'],
  ['  INT 0x80', 'calls'],
  ['_start:\n nop', 'program'],
  ['nop\n[section .data]', 'program'],
  ['SEGMENT .text', 'program'],
  ['call _start', 'code'],
])('%s is %s', (source, kind) => {
  expect(assemblyKind(source)).toBe(kind)
})
