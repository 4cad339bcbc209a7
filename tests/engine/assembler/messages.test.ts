import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'

/** Each mistake as `text under the mark: message help`. */
function mistakesIn(source: string): string[] {
  return assemble(source).diagnostics.map(
    ({ from, to, message, help }) =>
      `${source.slice(from, to)}: ${[message, help].filter(Boolean).join(' ')}`,
  )
}

describe('a mistake is shown under its characters, with a sentence that helps', () => {
  test.each([
    ['movv eax, 1', 'movv: There is no instruction called `movv`. Did you mean `mov`?'],
    ['lae rax, [rbp]', 'lae: There is no instruction called `lae`. Did you mean `lea`?'],
    [
      'exmaple',
      'exmaple: `exmaple` stands alone in its line and is no instruction, so it was taken for a label. If it is one, put a colon behind it: `exmaple:`.',
    ],
    [
      'mov al, ebx',
      'al, ebx: `al` has 8 bits and `ebx` has 32: both must have the same size. To widen a number, use `movzx` or `movsx`.',
    ],
    ['mov byte [rbp - 1], 300', '300: 300 does not fit in 8 bits, and its upper bits are left out.'],
    [
      'add rax, 0x123456789',
      '0x123456789: 4886718345 does not fit in 32 bits, and its upper bits are left out.',
    ],
    [
      'mov rax, [0x123456789A]',
      '[0x123456789A]: The displacement 0x123456789A does not fit in 32 bits, signed. Put the address in a register, or write `[rel label]` for an address near the instruction.',
    ],
    [
      'mov eax, [rbp - 0x80000001]',
      '[rbp - 0x80000001]: The displacement -0x80000001 does not fit in 32 bits, signed. Put the address in a register, or write `[rel label]` for an address near the instruction.',
    ],
    ['start: jmp strat', 'strat: There is no label called `strat`. Did you mean `start`?'],
    ['jmp nowhere', 'nowhere: There is no label called `nowhere`. Define it somewhere with `nowhere:`.'],
    ['a: nop\na: nop', 'a: The label `a` is defined twice. Give one of them another name.'],
    [
      'mov [rax], [rbx]',
      '[rbx]: An instruction can use memory once only. Load one of them into a register first.',
    ],
    [
      'mov [rax], 5',
      'mov [rax], 5: It is not said how many bytes of memory `mov` is about. Write `byte`, `word`, `dword` or `qword` before the bracket.',
    ],
    ['mov 5, eax', '5: `5` is a number, which nothing can be stored in.'],
    ['mov eax', 'mov eax: `mov` takes two operands, and here is one.'],
    [
      'mov eax,',
      ': This line ends too early. A line is an instruction and its operands: `mov byte [rbp - 1], 42`.',
    ],
    [
      'mov ah, r8b',
      'mov ah, r8b: `ah` cannot be used together with r8–r15, spl, bpl, sil, dil or a 64-bit operand. Copy it to al, bl, cl or dl first.',
    ],
    ['lea rax, [rsp*2]', '[rsp*2]: `rsp` cannot be multiplied in an address. Copy it to another register.'],
    [
      'lea rax, [rax*7]',
      '[rax*7]: This is no address that an instruction can compute. An address is base + index × 1, 2, 4 or 8 + number: `[rax + rcx*4 + 16]`.',
    ],
    [
      'mov eax, rax + 1',
      'rax + 1: Registers cannot be computed with here. Use brackets for an address, or `lea` to compute one.',
    ],
    ['mov eax, 12z', '12z: `12z` is not a number. Numbers look like 42, 0x2A, 2Ah, 0b101010, 52o or 1_000.'],
    [
      'mov rax, 0x1_0000_0000_0000_0000',
      '0x1_0000_0000_0000_0000: `0x1_0000_0000_0000_0000` does not fit in 64 bits.',
    ],
    ['db "abc', '": This string has no closing quote. Close it with the same quote it begins with.'],
    ['dd 1 / 0', '1 / 0: This expression divides by zero.'],
    [
      'a: jmp short b\ntimes 200 nop\nb:',
      'short b: A short jump reaches 128 bytes back and 127 forward, and this is farther. Leave `short` out.',
    ],
    ['lock mov [rax], eax', 'lock mov [rax], eax: `lock` cannot stand before `mov`.'],
    [
      'lock add eax, ecx',
      'lock add eax, ecx: `lock` needs memory: here `add` stores its result in a register.',
    ],
    ['bits 32', 'bits 32: The processor here runs 64-bit code only. Leave the line out, or write `bits 64`.'],
    ['times 1 << 30 db 0', '1 << 30: This count must be between 0 and 16 MiB.'],
    [
      'retn5',
      'retn5: `retn5` stands alone in its line and is no instruction, so it was taken for a label. Did you mean `retn`? If it is a label, put a colon behind it.',
    ],
    [
      'pusha',
      'pusha: `pusha` is an instruction of x86, but only of 16- and 32-bit code: 64-bit code has none of that name.',
    ],
    [
      'vaddps eax, ebx',
      'vaddps: `vaddps` is an instruction of x86 for its YMM and mask registers (AVX), and it is not here.',
    ],
    ['fxsave [rsi]', 'fxsave: `fxsave` is an instruction of x86, and it is not here yet.'],
    [
      'mov rax, dr7',
      'dr7: `dr7` is a register of x86 that programs here cannot use. There are the sixteen general registers.',
    ],
    [
      'extern puts\ncall puts',
      'puts: `puts` is said to be in another file, and a program here is one text. Write it here, or call the system itself.',
    ],
    [
      'incbin "file"',
      'incbin "file": `incbin` brings in another file, and a program here is one text. Put its lines here.',
    ],
    [
      '%include "file"',
      '%include "file": `%include` brings in another file, and a program here is one text. Put its lines here.',
    ],
    ['db 300', '300: 300 does not fit in 8 bits, and its upper bits are left out.'],
    [
      'db "it""s"',
      '"it""s": nasm takes only the first character here: strings do not join, and a doubled quote begins another. Put a comma between them, or use other quotes around a quote.',
    ],
    [
      '%macro m 1\nmov %1, 5\n%endmacro\nm 7',
      'm 7: `7` is a number, which nothing can be stored in. It comes from line 2, of the macro `m`.',
    ],
    [
      '%macro m 1\ndb %1\n%endmacro\nm',
      'm: The macro `m` does not take no values. The number behind its name, where it is defined, says how many it takes.',
    ],
    ['%else', '%else: `%else` belongs to no `%if`.'],
    ['nop\n%if 1\nnop', ': `%if` has no end. Write `%endif` behind what belongs to it.'],
    [
      '%if start > 5\n%endif',
      '%if start > 5: There is no label called `start`. Define it somewhere with `start:`.',
    ],
    ['%error too large', '%error too large: The program itself says: too large'],
    [
      'mov eax, %1',
      'mov eax, %1: `%1` means something only in a macro, and here is none. Macros begin with `%macro`.',
    ],
    [
      '%rmacro m 0\nm\n%endmacro\nm',
      'm: What macros and repetitions make of this program is too long. Look for a macro that calls itself.',
    ],
    ['%frobnicate', '%frobnicate: There is no `%frobnicate` here. Check its spelling.'],
    ['equ 5', 'equ 5: `equ` needs a name before it. Write `size equ 8`.'],
  ])('%s', (source, mistake) => {
    expect(mistakesIn(source)).toEqual([mistake])
  })

  test.each([
    ['mov eax, 1 # one', '#: `#` begins a comment for the GNU assembler, not here. Begin comments with `;`.'],
    [
      'mov eax, 1 // one',
      '//: `//` begins a comment for the GNU assembler, not here. Begin comments with `;`.',
    ],
    ['/* one */ nop', '/*: `/*` begins a comment for the GNU assembler, not here. Begin comments with `;`.'],
    [
      '.globl main',
      '.globl: `.globl` is a directive of the GNU assembler, which is written differently from the Intel syntax here. Write `global`.',
    ],
    [
      '.intel_syntax noprefix',
      '.intel_syntax: `.intel_syntax` is a directive of the GNU assembler, which is written differently from the Intel syntax here. Leave this line out.',
    ],
    [
      'x: .long 5',
      '.long: `.long` is a directive of the GNU assembler, which is written differently from the Intel syntax here. Write `dd`.',
    ],
    [
      'movl %eax, %ebx',
      '%eax: Registers are written without `%` here. Write `eax`, and the destination first: `mov eax, 1`.',
    ],
  ])('GNU syntax is refused: %s', (source, mistake) => {
    expect(mistakesIn(source)).toEqual([mistake])
  })

  test('every line with a mistake is reported, once', () => {
    expect(mistakesIn('nop\nfoo eax\nmov eax, 1\nbar eax')).toHaveLength(2)
  })
})

describe('any text', () => {
  test('is assembled or refused, and every mark lies inside it', () => {
    const word = fc.constantFrom(
      'mov',
      'eax',
      '[',
      ']',
      'rbp',
      '-',
      '5',
      ',',
      '\n',
      'a:',
      'a',
      'equ',
      'times',
      'db',
      '%macro a 1-*\n',
      '%endmacro\n',
      '%rep 5\n',
      '%endrep\n',
      '%define a ',
      '%define a(x) x',
      '%xdefine a ',
      '%assign a ',
      '%if ',
      '%else\n',
      '%endif\n',
      '%1',
      '%{1:-1}',
      '%0',
      '%%a',
      '%$a',
      '%push\n',
      '%[',
      '%+',
      '%rotate 1\n',
      '%exitrep\n',
      'struc a\n',
      'endstruc\n',
      '\\\n',
      '1.5',
      '? 1 :',
      '<=',
      'fs:',
      'rcl',
      '"',
      "'",
      '(',
      ')',
      '$',
      '$$',
      'dword',
      ';',
      'section',
      '.text',
      '*',
      '/',
      'jmp',
      'rel',
      '%',
      '\\',
      '`',
      '?',
      'é',
      '0x',
      'resb',
      'global',
      'align',
    )
    const text = fc.oneof(
      fc.array(word).map((words) => words.join(' ')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (source) => {
        const result = assemble(source)
        if (result.ok) return
        expect(result.diagnostics.length).toBeGreaterThan(0)
        for (const { from, to } of result.diagnostics) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(source.length)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('programs that are too large are refused soon', () => {
    expect(mistakesIn('times 1 << 24 nop')).toHaveLength(1)
    expect(mistakesIn('times 1 << 24 dq 1')).toHaveLength(1)
    expect(mistakesIn('times 1 << 12 times 1 << 24 nop')).toHaveLength(1)
    expect(mistakesIn('resb 1 << 24\nresb 1 << 24')).toHaveLength(1)
    expect(mistakesIn('times 1 << 20 db 1, 2')).toEqual([])
  })

  test('deep and long expressions do not break it', () => {
    expect(mistakesIn(`mov eax, ${'('.repeat(1_900)}1${')'.repeat(1_900)}`)).toHaveLength(1)
    expect(mistakesIn(`mov eax, ${'('.repeat(50_000)}1${')'.repeat(50_000)}`)).toHaveLength(1)
    expect(mistakesIn(`mov eax, ${'-'.repeat(50_000)}1`)).toHaveLength(1)
    expect(mistakesIn(`mov eax, 1${' + 1'.repeat(50_000)}`)).toHaveLength(1)
    expect(mistakesIn('a: times 10 - (b - a) nop\nb:')).toHaveLength(1)
  })
})
