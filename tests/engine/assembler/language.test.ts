import { describe, expect, test } from 'vitest'
import { assemble, type Assembly } from '#engine/assembler/assemble.ts'
import { virtualAddress } from '#engine/units.ts'

function assembled(source: string, options?: Parameters<typeof assemble>[1]): Assembly {
  const result = assemble(source, options)
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'))
  return result.assembly
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
/** The bytes of the first section. */
const bytesOf = (source: string) => hex(assembled(source).sections[0]?.bytes ?? new Uint8Array())

describe('numbers', () => {
  test.each([
    ['42', 42],
    ['0x1F', 0x1f],
    ['0h1F', 0x1f],
    ['1Fh', 0x1f],
    ['0FFh', 0xff],
    ['$1F', 0x1f],
    ['0b101', 5],
    ['0y101', 5],
    ['101b', 5],
    ['0o17', 15],
    ['17q', 15],
    ['17o', 15],
    ['0d19', 19],
    ['19d', 19],
    ['1_000', 1000],
    ['0x1_F', 0x1f],
    ['0b1h', 0xb1],
    ["'a'", 97],
    ["'ab'", 0x6261],
    ['"abcd"', 0x64636261],
    ['`\\n`', 10],
    ['`\\x41\\0`', 0x41],
    ['`\\u00e9`', 0xa9c3],
  ])('%s is %i', (text, value) => {
    expect(bytesOf(`dd ${text}`).slice(0, 8)).toBe(bytesOf(`dd ${value}`))
  })

  test.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['7 / 2', 3],
    ['-7 // 2', -3],
    ['7 % 4', 3],
    ['-7 %% 4', -3],
    ['1 << 4 | 1', 17],
    ['0xFF & ~0xF ^ 1', 0xf1],
    ['256 >> 4', 16],
    ['-1', -1],
    ['- - 5', 5],
    ['!0', 1],
  ])('%s is %i', (text, value) => {
    expect(bytesOf(`dq ${text}`)).toBe(bytesOf(`dq ${value}`))
  })
})

describe('operands', () => {
  test.each([
    ['mov dword ptr [rbp - 5], 100', 'mov dword [rbp-5], 100'],
    ['MOV EAX, DWORD PTR [RBP-5]', 'mov eax, [rbp-5]'],
    ['mov [rdi], dword 5', 'mov dword [rdi], 5'],
    ['mov qword [rdi], message\nmessage:', 'mov qword [rdi], 0x401007'],
    ['mov rax, offset message\nmessage:', 'mov rax, message\nmessage:'],
    ['lea rax, [rcx + 2*rcx]', 'lea rax, [rcx*3]'],
    ['lea rax, [8 + rcx*4 + rbx - 3]', 'lea rax, [rbx + rcx*4 + 5]'],
    ['lea rax, [rax + rsp]', 'lea rax, [rsp + rax]'],
    ['mov eax, [rip + 16]', 'mov eax, [rel $ + 22]'],
    ['test eax, [rbx]', 'test [rbx], eax'],
    ['imul eax, 5', 'imul eax, eax, 5'],
    ['repe stosb', 'rep stosb'],
    ['jz $', 'je $'],
    ['sal eax, 1', 'shl eax, 1'],
    ['push qword 5', 'push 5'],
  ])('%s is %s', (one, other) => {
    expect(bytesOf(one)).toBe(bytesOf(other))
  })

  test.each([
    ['mov rax, 1', 'b801000000'],
    ['mov rax, strict dword 1', '48c7c001000000'],
    ['mov rax, strict qword 1', '48b80100000000000000'],
    ['mov rax, 0xFFFFFFFF', 'b8ffffffff'],
    ['mov rax, -1', '48c7c0ffffffff'],
    ['mov eax, 1', 'b801000000'],
    ['add rsp, 8', '4883c408'],
    ['add rsp, strict dword 8', '4881c408000000'],
    ['add eax, 1000', '05e8030000'],
    ['push 5', '6a05'],
    ['push word 5', '666a05'],
    ['xchg eax, eax', '87c0'],
  ])('%s is as short as it can be: %s', (source, bytes) => {
    expect(bytesOf(source)).toBe(bytes)
  })
})

describe('labels', () => {
  test('local labels belong to the label before them', () => {
    const { labels } = assembled('one: nop\n.l: nop\ntwo: nop\n.l: jmp .l\njmp one.l')
    expect([...labels.keys()]).toEqual(['one', 'one.l', 'two', 'two.l'])
    expect(labels.get('two.l')).toBe(0x401003n)
  })

  test('a jump is short where it can be, and long where it must', () => {
    expect(bytesOf('a: times 126 nop\njmp a').slice(-4)).toBe('eb80')
    expect(bytesOf('a: times 127 nop\njmp a').slice(-10)).toBe('e97cffffff')
    expect(bytesOf('jmp near a\na:')).toBe('e900000000')
    expect(bytesOf('jne a\ntimes 127 nop\na:').slice(0, 4)).toBe('757f')
    expect(bytesOf('jne a\ntimes 128 nop\na:').slice(0, 12)).toBe('0f8580000000')
  })

  test('a jump that grows may make others grow', () => {
    const { instructions } = assembled(
      `a: jmp c\ntimes 123 nop\njmp b\ntimes 2 nop\nc: times 126 nop\nb: ret`,
    )
    const jumps = instructions.filter(({ text }) => text.startsWith('jmp'))
    expect(jumps.map(({ bytes }) => bytes.length)).toEqual([5, 5])
  })

  test('an address is written in full: it is not known to be short', () => {
    expect(bytesOf('mov rax, here\nhere:')).toBe('48b80a10400000000000')
    expect(bytesOf('mov eax, [here]\nhere:')).toBe('8b042507104000')
    expect(bytesOf('default rel\nmov eax, [here]\nhere:')).toBe('8b0500000000')
    expect(bytesOf('mov eax, [rel here]\nhere:')).toBe('8b0500000000')
    expect(bytesOf('default rel\nmov eax, [abs here]\nhere:')).toBe('8b042507104000')
  })

  test('the origin and labels from elsewhere', () => {
    const origin = virtualAddress(0x4000_0000_122fn)
    const symbols = new Map([['example', virtualAddress(0x4000_0000_0000n)]])
    const { instructions } = assembled('call example\nhlt', { origin, symbols })
    expect(instructions.map(({ address, text }) => [address, text])).toEqual([
      [0x4000_0000_122fn, 'call example'],
      [0x4000_0000_1234n, 'hlt'],
    ])
    expect(hex(instructions[0]!.bytes)).toBe('e8ccedffff')
  })
})

describe('sections and data', () => {
  const source = `
    global _start
    section .data
    message: db "Hi", 10, 'x'
    length equ $ - message
    numbers: dw 1, -1
             dd 0x12345678, message - $$
             dq numbers
    section .bss
    buffer: resb 10
    words: resw 2
    section .rodata
    table: times 3 db 7
    section .text
    _start: mov eax, length
            ret`

  test('lie behind each other, each on pages with its own rights', () => {
    const { sections, globals, labels, constants } = assembled(source)
    expect(
      sections.map(({ name, address, byteCount, write, execute }) => [
        name,
        address,
        byteCount,
        write,
        execute,
      ]),
    ).toEqual([
      ['.text', 0x401000n, 6, false, true],
      ['.data', 0x403004n, 24, true, false],
      ['.bss', 0x40301cn, 14, true, false],
      ['.rodata', 0x402000n, 3, false, false],
    ])
    expect(globals).toEqual(['_start'])
    expect(constants.get('length')).toBe(4n)
    expect(labels.get('words')).toBe(0x403026n)
    const [text, data, bss] = sections
    expect(hex(text!.bytes)).toBe('b804000000c3')
    expect(hex(data!.bytes)).toBe('48690a78' + '0100ffff' + '7856341200000000' + '0830400000000000')
    expect(bss!.bytes).toHaveLength(0)
  })

  test('strings fill whole units, and may contain anything', () => {
    expect(bytesOf('dw "abc"')).toBe('61626300')
    expect(bytesOf('db "it\'s ; fine", `\\t"`')).toBe(hex(Buffer.from('it\'s ; fine\t"')))
    expect(bytesOf('db "é"')).toBe('c3a9')
  })

  test('times counts with expressions, and may repeat instructions', () => {
    expect(bytesOf('nop\ntimes 4 - ($ - $$) db 1')).toBe('90010101')
    expect(bytesOf('nop\ndb $ - $$, $ - $$')).toBe('900101')
    expect(bytesOf('nop\ntimes 2 db $ - $$')).toBe('900101')
    expect(bytesOf('times 2 jmp $')).toBe('ebfeebfc')
    // Of one behind the other, nasm lets the last count.
    expect(bytesOf('n equ 2\ntimes 5 times n nop')).toBe('9090')
    expect(bytesOf('nop\nalign 4\nret')).toBe('909090' + '90' + 'c3')
    expect(bytesOf('section .data\ndb 1\nalign 4\ndb 2\nalignb 4\ndb 3')).toBe('01909090' + '02000000' + '03')
    expect(bytesOf('section .data align=16\ndb 1\nalign 4, db 5\ndb 2')).toBe('01050505' + '02')
  })
})

describe('a listing', () => {
  test('has the text as written, its line and its place in the source', () => {
    const source = '; the document\nexample:\n  push   rbp ; save\n.l:  mov byte\t[rbp - 1],  42\n  db 1'
    const { instructions } = assembled(source)
    expect(instructions.map(({ text, line, from, to }) => [text, line, source.slice(from, to)])).toEqual([
      ['push rbp', 2, 'push   rbp'],
      ['mov byte [rbp - 1], 42', 3, 'mov byte\t[rbp - 1],  42'],
    ])
  })

  test('an empty source is a program without anything', () => {
    expect(assembled('')).toMatchObject({ sections: [], instructions: [] })
    expect(assembled(' \n ; only a comment\n\n').sections).toEqual([])
  })
})

describe('a long program', () => {
  test('settles, however many of its jumps turn out to be too far for a byte', () => {
    const part = (number: number) => `jz end${number}\ntimes 130 db 0\nend${number}: nop\n`
    const { instructions } = assembled(Array.from({ length: 4000 }, (_, number) => part(number)).join(''))
    const jumps = instructions.filter(({ text }) => text.startsWith('jz'))
    expect(jumps).toHaveLength(4000)
    expect(new Set(jumps.map(({ bytes }) => bytes.length))).toEqual(new Set([6]))
  })
})

describe('as nasm has it', () => {
  test('data in `.bss` counts, and is not there', () => {
    const { sections, labels } = assembled('section .bss\na: db 1, 2\nb: dq 5\nc: resb 1')
    expect([...labels.values()].map((at) => Number(at - labels.get('a')!))).toEqual([0, 2, 10])
    expect(sections.map(({ byteCount, bytes }) => [byteCount, bytes.length])).toEqual([[11, 0]])
    const result = assemble('section .bss\ndb 1')
    expect(result.diagnostics).toMatchObject([{ severity: 'warning', from: 13, to: 17 }])
  })

  test('a number is an address as it stands, whatever is usual', () => {
    expect(bytesOf('default rel\nmov eax, [0x1000]')).toBe('8b042500100000')
  })

  test('what listings are to contain says nothing; other words in brackets are not passed over', () => {
    expect(bytesOf('[list -]\n[warning -all]\nnop\n[warning +orphan-labels]')).toBe('90')
    expect(assemble('[lost -]').ok).toBe(false)
  })
})

describe('a compiler’s text', () => {
  const text = `main:
    ; "100 %" __here; and \\ more
    mov eax, 7                   ; It's 7 % 8
    mov eax, 7
    lea rdi, [rel data.0]
.again:
    dec eax
    jnz .again
    call far_away
    ret

far_away:
.again:
    jmp .again
section .rodata
data.0: db 37, 59, 34
align 8
data.1: dq main
    dq main + 1, far_away.again
names: db 'a;b', "%", 0 ; "text"
section .bss
align 4
room: resb 12
`

  test('is read line by line, and says the same as if it was read whole', () => {
    // A line that goes on in the next one is nothing that is read alone.
    const whole = assembled(`${text}    \\\n`, { isExact: true })
    for (const time of ['read', 'remembered']) {
      expect([time, assembled(text, { isExact: true })]).toEqual([time, whole])
    }
  })

  test('is refused with the same words where it cannot be read', () => {
    for (const wrong of ['mov eax,', 'call nobody', 'db "open', 'mov [rax], 1', '%macro', 'push', 'ret ret'])
      expect(assemble(`${text}${wrong}`, { isExact: true })).toEqual(
        assemble(`${text}${wrong}`.replace('    ret\n', '   ret\\\n'), { isExact: true }),
      )
  })
})
