/** What is compiled does what the other three ways do, to the bit, wherever a run is cut. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { compiledLoop } from '#engine/cpu/compiled/compiled-loop.ts'
import { Cpu, providePlainLoop } from '#engine/cpu/cpu.ts'
import { decode } from '#engine/isa/decode.ts'
import { runPlain } from '#engine/cpu/plain-loop.generated.ts'
import { Registers } from '#engine/isa/registers.ts'
import { Journal } from '#engine/journal.ts'
import { makeEntry } from '#engine/memory/entry.ts'
import { Memory } from '#engine/memory/memory.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { pageNumber, physicalAddress } from '#engine/units.ts'
import { prepare, type IsaRecord } from '../../conformance/kinds/isa.ts'
import { asmProgram, Processor, sameBytes } from '../../processor.ts'
import { randomProgram } from './random-program.ts'

/** Whatever is met is compiled at once. */
const EAGER = { few: 1, betweenLooks: 1, hot: 1, worth: 0 }

afterEach(() => {
  providePlainLoop(undefined)
  vi.restoreAllMocks()
})

/** Runs for so many steps in pieces. @returns how it stopped each time */
function run(
  processor: Processor,
  pieces: readonly number[],
  loop: typeof runPlain,
  stops?: ReadonlySet<bigint>,
) {
  providePlainLoop(loop)
  processor.journal.recording = false
  return pieces.map((steps) => {
    const stop = processor.cpu.run(steps, stops)
    return [stop, processor.registers.rip, processor.journal.stepCount]
  })
}

/** From now on, counts the steps that were executed by what was compiled. */
function countSteps(): () => number {
  let count = 0
  const { Instance } = WebAssembly
  vi.spyOn(WebAssembly, 'Instance').mockImplementation(function (module, imports) {
    const run = new Instance(module, imports).exports['run'] as (left: number) => number
    const counting = (left: number) => {
      const after = run(left)
      count += left - after
      return after
    }
    return { exports: { run: counting } }
  })
  return () => count
}

/** RAM, and what lies behind it: the processor's words. */
function expectSame(one: Processor, other: Processor, why: string): void {
  const [a, b] = [one.state(), other.state()]
  if (sameBytes(a, b)) return
  const at = a.findIndex((byte, index) => byte !== b[index])
  const word = Math.floor((at - one.journal.ramByteCount) / 4)
  throw new Error(
    `${why}: byte ${at} (word ${word} of the processor) is ${a[at]}, and ${b[at]} without compiling`,
  )
}

test('every vector', () => {
  const loop = compiledLoop(EAGER)
  const files = ['isa.jsonl', 'isa-sse.jsonl'].map(
    (name) => new URL(`../../conformance/vectors/${name}`, import.meta.url),
  )
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  const stepsInRegions = countSteps()
  for (const record of lines.map((line) => JSON.parse(line) as IsaRecord)) {
    const [compiled, plain] = [prepare(record), prepare(record)]
    const { rip } = plain.registers
    const decoded = decode(plain.bytes(rip, 15))
    if (typeof decoded === 'string') throw new Error('a vector decodes')
    // It is alone in its region, which else would be more than one step.
    const behind = new Set([rip + BigInt(decoded.byteCount)])
    expect(run(compiled, [1], loop, behind)).toEqual(run(plain, [1], runPlain, behind))
    expectSame(compiled, plain, record.nasm)
  }
  // Others fault, or begin with flags that no instruction makes.
  expect(stepsInRegions()).toBeGreaterThan(0.7 * lines.length)
})

/** Begun again and again, with what it has left behind. */
const looping = randomProgram.map((source) =>
  source
    .replace(/^_start: .*\n/, '$&lea r14, [rsp + 0]\n')
    .replace(/int3$/, 'lea rsp, [r14]\nlea rbp, [rsp - 0xF00]\nmov r12, -1\njmp line0'),
)

test('random programs that go on for long, in pieces of any length', () => {
  const stepsInRegions = countSteps()
  const pieces = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 3000 })), {
    minLength: 4,
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      looping,
      pieces,
      fc.constantFrom(EAGER, { ...EAGER, betweenLooks: 7, hot: 20 }),
      (source, steps, eagerness) => {
        const [compiled, plain] = [asmProgram(source), asmProgram(source)]
        expect(run(compiled, steps, compiledLoop(eagerness))).toEqual(run(plain, steps, runPlain))
        expectSame(compiled, plain, source)
      },
    ),
    { numRuns: 300 },
  )
  expect(stepsInRegions()).toBeGreaterThan(100_000)
})

test('where a run is to stop before some addresses', () => {
  fc.assert(
    fc.property(looping, fc.array(fc.nat(25), { minLength: 1, maxLength: 3 }), (source, lines) => {
      const [compiled, plain] = [asmProgram(source), asmProgram(source)]
      const at = (line: number) =>
        plain.assembly.instructions[line % plain.assembly.instructions.length]!.address
      const stops = new Set(lines.map(at))
      const pieces = [100, 1, 50, 500, 20, 300]
      expect(run(compiled, [2000], compiledLoop(EAGER))).toEqual(run(plain, [2000], runPlain))
      expect(run(compiled, pieces, compiledLoop(EAGER), stops)).toEqual(run(plain, pieces, runPlain, stops))
      expectSame(compiled, plain, source)
    }),
    { numRuns: 100 },
  )
})

const CODE = 0x60_0000n

test('a loop whose code is changed while it runs, by itself and by what it calls', () => {
  const source = `
  _start: mov rbx, ${CODE}
          mov byte [rbx], 0xB8        ; mov eax, imm32
          mov byte [rbx + 5], 0xC3    ; ret
          xor ecx, ecx
  .l:     mov edx, ecx
          and edx, 7
          jnz .same
          mov [rbx + 1], ecx
  .same:  call rbx
          add esi, eax
          inc ecx
          lea rdi, [rbx + 8]
          mov [rdi + rdx*8], eax
          cmp ecx, 3000
          jb .l
          jmp _start`
  const programs = [asmProgram(source), asmProgram(source)] as const
  for (const program of programs) program.map(CODE - 4096n, 3 * 4096)
  const [compiled, plain] = programs
  const pieces = [5, 100, 1000, 20_000, 7, 30_000]
  const stepsInRegions = countSteps()
  expect(run(compiled, pieces, compiledLoop(EAGER))).toEqual(run(plain, pieces, runPlain))
  expectSame(compiled, plain, 'own code')
  expect(stepsInRegions()).toBeGreaterThan(1000)
})

test.each([
  'mov [rel patched + 1], ecx',
  'movd xmm0, ecx\nmovd [rel patched + 1], xmm0',
  'btc dword [rel patched + 1], ebx',
])('a loop that changes code of another page, to which it leads: %s', (change) => {
  const source = `
  _start: mov esp, 0x608000
  .l:     inc ecx
          mov edx, ecx
          and edx, 7
          jnz .same
          ${change}
  .same:  call patched
          add esi, eax
          jmp .l
          times 4096 - ($ - $$) nop
  patched: mov eax, 0
          ret`
  const [compiled, plain] = [withOwnTable(source), withOwnTable(source)]
  const pieces = [5, 100, 1000, 20_000, 7, 30_000]
  const stepsInRegions = countSteps()
  expect(run(compiled, pieces, compiledLoop(EAGER))).toEqual(run(plain, pieces, runPlain))
  expectSame(compiled, plain, 'code of another page')
  expect(stepsInRegions()).toBeGreaterThan(1000)
})

/** A processor with tables of four levels, one of them in a page that the program may write, as it may its code. */
function withOwnTable(source: string): Processor {
  const assembled = assemble(source)
  if (!assembled.ok) throw new Error(assembled.diagnostics[0]!.message)
  const journal = new Journal(64 * 4096)
  const memory = new Memory(journal, SCHEMES['four-level'])
  memory.root = physicalAddress(0x1000)
  const table = new PageTable(journal, memory.scheme, memory.root)
  let free = 0x2000
  const take = () => physicalAddress((free += 0x1000) - 0x1000)
  const map = (address: number, frame: number) =>
    table.set(pageNumber(address >> 12), makeEntry(frame, { write: true, execute: true, user: true }), take)
  for (const { address, bytes } of assembled.assembly.sections) {
    map(Number(address), 0x10_000)
    map(Number(address) + 4096, 0x11_000)
    journal.writeBytes(0x10_000, bytes)
  }
  for (let page = 0; page < 8; page++) map(0x60_0000 + page * 4096, 0x20_000 + page * 4096)
  map(0x61_0000, table.find(pageNumber(0x600))!.entryAddress & -4096)
  memory.flush()
  const registers = new Registers(journal)
  registers.rip = assembled.assembly.sections[0]!.address
  journal.clear()
  const [cpu, state] = [new Cpu(journal, memory), () => journal.bytes.slice()]
  return Object.assign(Object.create(Processor.prototype) as Processor, {
    journal,
    memory,
    registers,
    cpu,
    state,
  })
}

test('a loop that changes where its own pages lie, and reads what marks were left', () => {
  const source = `
  _start: mov ebx, 0x610000           ; entries of the pages from 0x600000 on, eight bytes each
          mov ebp, 0x600000
  .l:     inc ecx
          mov [rbp + rcx*4 + 16], ecx
          mov eax, [rbp + 0x1000]
          add esi, eax
          add [rbp + 0x2FFE], ecx     ; across two pages
          test ecx, 31
          jnz .l
          mov rax, [rbx + 8]          ; two pages change places, with the marks that they have
          xchg rax, [rbx + 32]
          mov [rbx + 8], rax
          add rdi, rax
          and byte [rbx], 0x9F        ; and of one, the marks are taken away
          and byte [rbx + 24], 0x9F
          and ecx, 0x1FF
          jmp .l`
  const [compiled, plain] = [withOwnTable(source), withOwnTable(source)]
  const pieces = [50, 300, 1000, 20_000, 7, 30_000]
  const stepsInRegions = countSteps()
  expect(run(compiled, pieces, compiledLoop(EAGER))).toEqual(run(plain, pieces, runPlain))
  expectSame(compiled, plain, 'own table')
  expect(stepsInRegions()).toBeGreaterThan(1000)
})

test('calls in calls, and a stack that runs out', () => {
  const source = `
  _start: mov edi, 15
          call fib
          add ebx, eax
          inc ecx
          cmp ecx, 20
          jb _start
          call deep
  deep:   push rax
          call deep
  fib:    cmp edi, 2
          jae .more
          mov eax, edi
          ret
  .more:  push rdi
          dec edi
          call fib
          mov edi, [rsp]
          push rax
          sub edi, 2
          call fib
          pop rdx
          add eax, edx
          pop rdi
          ret 0`
  const [compiled, plain] = [asmProgram(source), asmProgram(source)]
  const pieces = [1000, 100_000, 400_000, 2_000_000]
  const stepsInRegions = countSteps()
  expect(run(compiled, pieces, compiledLoop(EAGER))).toEqual(run(plain, pieces, runPlain))
  expectSame(compiled, plain, 'calls')
  expect(stepsInRegions()).toBeGreaterThan(300_000)
})

test('where modules may not be made, the loop executes all of it', () => {
  vi.spyOn(WebAssembly, 'Module').mockImplementation(() => {
    throw new WebAssembly.CompileError('the policy forbids it')
  })
  const source = '_start: inc rax\njmp _start'
  const [compiled, plain] = [asmProgram(source), asmProgram(source)]
  const stepsInRegions = countSteps()
  expect(run(compiled, [5000], compiledLoop(EAGER))).toEqual(run(plain, [5000], runPlain))
  expectSame(compiled, plain, 'without WebAssembly')
  expect(stepsInRegions()).toBe(0)
})
