import { describe, expect, test } from 'vitest'
import { mnemonics } from '#engine/isa/table.ts'
import { REGISTER_NAMES } from '#engine/isa/registers.ts'
import { compile } from '#engine/rust/compile.ts'

const DOCUMENT = `fn example() {
    let x: u8 = 42;   // 1 byte
    let y: u32 = 100; // 4 bytes
}
`

function compiled(source: string, layout: 'packed' | 'debug' = 'packed') {
  const compilation = compile(source, { layout })
  if (!compilation.ok) throw new Error(compilation.diagnostics.map(({ message }) => message).join('\n'))
  return compilation
}

/** The instructions alone, without comments, labels and blank lines. */
function instructions(source: string, layout: 'packed' | 'debug' = 'packed'): string[] {
  const lines = compiled(source, layout).assembly.split('\n')
  return lines
    .map((line) => line.replace(/;.*/, '').trim())
    .filter((line) => line !== '' && !line.endsWith(':'))
}

/** What a function's body becomes, between the prologue and the epilogue. */
function body(statements: string): string[] {
  return instructions(`fn f() { ${statements} }`).filter(
    (line) => !/^(push|mov rbp|sub rsp|leave|ret)/.test(line),
  )
}

describe('the document’s function', () => {
  test('is written as the document writes it', () => {
    expect(compiled(DOCUMENT).assembly).toBe(`example:
    ; Function prologue
    push rbp                    ; Save the caller’s RBP
    mov rbp, rsp                ; RBP marks this frame
    sub rsp, 8                  ; Allocate 8 bytes on stack

    ; let x: u8 = 42;
    mov byte [rbp - 1], 42      ; Store 1 byte at RBP - 1

    ; let y: u32 = 100;
    mov dword [rbp - 5], 100    ; Store 4 bytes at RBP - 5

    ; Function epilogue
    leave                       ; RSP and RBP as they were
    ret                         ; Return to the caller
`)
  })

  test('has the document’s symbol table', () => {
    const [example] = compiled(DOCUMENT).functions
    expect(example).toMatchObject({ name: 'example', localBytes: 5, frameSize: 8 })
    expect(example?.symbols).toMatchObject([
      { name: 'x', type: 'u8', size: 1, alignment: 1, offset: -1, function: 'example' },
      { name: 'y', type: 'u32', size: 4, alignment: 4, offset: -5, function: 'example' },
    ])
    expect(example?.padding).toEqual([{ offset: -8, size: 3, reason: 'rounding' }])
  })

  test('lies otherwise in rustc’s frame', () => {
    expect(instructions(DOCUMENT, 'debug')).toEqual([
      'push rbp',
      'mov rbp, rsp',
      'sub rsp, 16',
      'mov byte [rbp - 5], 42',
      'mov dword [rbp - 4], 100',
      'leave',
      'ret',
    ])
  })
})

describe('instructions', () => {
  test('a function without variables subtracts nothing from RSP', () => {
    expect(instructions('fn f() {}')).toEqual(['push rbp', 'mov rbp, rsp', 'leave', 'ret'])
  })

  test.each([
    ['u8', 'al', 1],
    ['u16', 'ax', 2],
    ['u32', 'eax', 4],
    ['u64', 'rax', 8],
    ['bool', 'al', 1],
    ['char', 'eax', 4],
  ])('a %s is copied by way of %s', (type, register, size) => {
    const value = type === 'bool' ? 'true' : type === 'char' ? "'a'" : '1'
    const copy = body(`let x: ${type} = ${value}; let y = x;`).slice(1)
    expect(copy).toEqual([`mov ${register}, [rbp - ${size}]`, `mov [rbp - ${2 * size}], ${register}`])
  })

  test('constants are stored directly, as bit patterns up to 32 bits', () => {
    expect(body('let a: i16 = -1; let b: i64 = -1; let c = 2 + 3 * -4; let d = true;')).toEqual([
      'mov word [rbp - 2], 65535',
      'mov qword [rbp - 10], -1',
      'mov dword [rbp - 14], 4294967286',
      'mov byte [rbp - 15], 1',
    ])
  })

  test('a constant of more than 32 bits takes the way through RAX', () => {
    expect(body('let a: u64 = 5_000_000_000;')).toEqual(['mov rax, 5000000000', 'mov [rbp - 8], rax'])
  })

  test('the left side of an operator is computed first, the right one into the next register', () => {
    expect(body('let a = 7; let b = a - (a - 2) * a;').slice(1)).toEqual([
      'mov eax, [rbp - 4]',
      'mov ecx, [rbp - 4]',
      'sub ecx, 2',
      'imul ecx, [rbp - 4]',
      'sub eax, ecx',
      'mov [rbp - 8], eax',
    ])
  })

  test('bytes are multiplied 32 bits wide', () => {
    expect(body('let a: i8 = 7; let b = a * a;').slice(1)).toEqual([
      'movsx eax, byte [rbp - 1]',
      'movsx ecx, byte [rbp - 1]',
      'imul eax, ecx',
      'mov [rbp - 2], al',
    ])
  })

  test('a call is a call', () => {
    expect(instructions('fn a() { b(); } fn b() {}')).toContain('call b')
  })
})

describe('labels', () => {
  const reserved = [
    ...mnemonics(),
    ...REGISTER_NAMES,
    'rip',
    'byte',
    'rel',
    'rep',
    'db',
    'equ',
    'times',
    'section',
  ]

  const keywordsOfRust = new Set(['in', 'loop'])

  test.each(reserved.filter((name) => !keywordsOfRust.has(name)))('a function may be called %s', (name) => {
    const { assembly } = compiled(`fn ${name}() {} fn caller() { ${name}(); }`)
    expect(assembly.startsWith(`$${name}:\n`)).toBe(true)
    expect(assembly).toContain(`call $${name} `)
  })

  test('other names stand as they are', () => {
    expect(compiled('fn jump() {} fn example2() {}').assembly).toMatch(/^jump:\n[^]*\nexample2:\n/)
  })
})

describe('the way back to the source', () => {
  const source =
    'fn first() {\n    let x: u8 = 1;\n    second();\n}\n\nfn second() { let x = 2; let x = x; }\n'
  const { assembly, lines, functions } = compiled(source)
  const texts = assembly.split('\n').slice(0, -1)

  test('every line of assembly has an entry, and all but blank ones a place in the source', () => {
    expect(lines).toHaveLength(texts.length)
    lines.forEach(({ from, to }, index) =>
      expect(from !== undefined && to !== undefined).toBe(texts[index] !== ''),
    )
  })

  test('an instruction comes from its statement', () => {
    const { from, to } = lines[texts.findIndex((text) => text.includes('call second'))] ?? {}
    expect(source.slice(from, to)).toBe('second();')
  })

  test('a symbol knows its name in the source, its function and its scope', () => {
    const [older, newer] = functions[1]?.symbols ?? []
    expect(source.slice(older?.from, older?.to)).toBe('x')
    expect(older?.function).toBe('second')
    expect(source.slice(older?.scope.from, older?.scope.to)).toBe(' let x = x;')
    expect(source.slice(newer?.scope.from, newer?.scope.to)).toBe(' ')
  })
})

describe('diagnostics', () => {
  test('name the variable that was probably meant', () => {
    const { diagnostics } = compile('fn f() { let value = 1; let y = valeu; }', { layout: 'packed' })
    expect(diagnostics).toMatchObject([
      { code: 'E0425', help: 'A variable with a similar name exists: `value`.' },
    ])
  })

  test('warnings do not keep a program from running', () => {
    const { ok, diagnostics } = compile('fn f() { let mut x = 1; }', { layout: 'packed' })
    expect([ok, diagnostics]).toMatchObject([true, [{ severity: 'warning', code: 'unused_mut' }]])
  })

  test('at most a hundred are given', () => {
    const { diagnostics } = compile(`fn f() { ${'x; '.repeat(500)} }`, { layout: 'packed' })
    expect(diagnostics).toHaveLength(100)
  })
})
