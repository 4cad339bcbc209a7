/** Bad accesses, and what Linux 6 on x86-64 has answered to each of them: a recording, line by line. */
import { describe, expect, test } from 'vitest'
import { MMAP, ran, WRITE } from './linux-programs.ts'

const PAGE = (address: string, protection: number) => MMAP({ address, protection, flags: 0x32 })

const PROGRAMS: readonly (readonly [what: string, source: string, signal: Answer])[] = [
  [
    'write to a page that may be read',
    `${PAGE('0x10000000', 1)}\nmov eax, [0x10000123]\nmov dword [0x10000123], 1`,
    segv(2, 0x1000_0123n, 7),
  ],
  [
    'execute a page that may be written',
    `${PAGE('0x10001000', 3)}\nmov byte [0x10001000], 0xc3\nmov eax, 0x10001000\ncall rax`,
    segv(2, 0x1000_1000n, 0x15),
  ],
  ['read a page without rights', `${PAGE('0x10001000', 0)}\nmov eax, [0x10001008]`, segv(2, 0x1000_1008n, 4)],
  ['read what is not mapped', 'mov eax, [0x20000010]', segv(1, 0x2000_0010n, 4)],
  ['write what is not mapped', 'mov [0x20000010], eax', segv(1, 0x2000_0010n, 6)],
  ['read through a null pointer', 'xor ebx, ebx\nmov eax, [rbx]', segv(1, 0n, 4)],
  ['write to a constant', 'mov eax, [constant]\nmov dword [constant], 1', segv(2, 'constant', 7)],
  ['write to code', 'mov dword [_start], 1', segv(2, '_start', 7)],
  ['read the kernel', 'mov rbx, 0xffffffff81000000\nmov eax, [rbx]', segv(1, 0xffff_ffff_8100_0000n, 5)],
  ['read what is not canonical, by one', 'mov rbx, 0x0000800000000000\nmov eax, [rbx]', segv(128, 0n, 0)],
  ['read what is not canonical', 'mov rbx, 0x4141414141414141\nmov eax, [rbx]', segv(128, 0n, 0)],
  [
    'a stack that is not canonical',
    'mov rsp, 0x4141414141414141\npush rax',
    { ...segv(128, 0n, 0), name: 'SIGBUS', number: 7 },
  ],
  [
    'a read that reaches into a page that is not mapped',
    `${PAGE('0x30000000', 3)}\nmov eax, [0x30000ffd]`,
    segv(1, 0x3000_1000n, 4),
  ],
  [
    'a write that reaches into a page that is not mapped',
    `${PAGE('0x30000000', 3)}\nmov dword [0x30000ffd], 1`,
    segv(1, 0x3000_1000n, 6),
  ],
]

interface Answer {
  readonly name: string
  readonly number: number
  readonly codeValue: number
  readonly address: bigint | string
  readonly errorCode: number
}

function segv(codeValue: number, address: bigint | string, errorCode: number): Answer {
  return { name: 'SIGSEGV', number: 11, codeValue, address, errorCode }
}

describe('the signals that Linux sends', () => {
  test.each(PROGRAMS)('%s', (_what, source, { name, number, codeValue, address, errorCode }) => {
    const { machine, stop } = ran(
      `section .rodata\nconstant: dd 5\nsection .text\n_start:\n${source}\nmov edi, 0\nmov eax, 60\nsyscall`,
    )
    const at = typeof address === 'string' ? BigInt(machine.program!.assembly.labels.get(address)!) : address
    expect(stop).toMatchObject({
      kind: 'signal',
      signal: { name, number, codeValue, address: at },
      fault: { errorCode },
    })
  })

  test('a write that would reach into such a page writes none of its bytes', () => {
    const source = `${PAGE('0x30000000', 3)}\nmov dword [0x30000ffc], 0x11111111\nmov dword [0x30000ffd], 0xdeadbeef`
    const { machine } = ran(`_start:\n${source}`)
    expect(machine.memory.peek(0x3000_0ffdn as never, 3)).toEqual(Uint8Array.of(0x11, 0x11, 0x11))
  })

  test('reading what may be read, and writing over two pages, is no fault', () => {
    const source = `${MMAP({ address: '0x30000000', byteCount: 8192, flags: 0x32 })}\nmov dword [0x30000ffd], 0xdeadbeef\nmov eax, [0x30000ffd]\nmov ebx, [0x30000005]\n${WRITE('0x30000ffd', 4)}\nmov edi, 0\nmov eax, 60\nsyscall`
    const { machine, stop } = ran(`_start:\n${source}`)
    expect(stop).toMatchObject({ kind: 'exit', code: 0 })
    expect(machine.console!.bytes).toEqual(Uint8Array.of(0xef, 0xbe, 0xad, 0xde))
  })
})
