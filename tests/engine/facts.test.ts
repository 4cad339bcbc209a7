import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Machine } from '#engine/machine/machine.ts'
import { assemblyProgram, LISTING, ranRust } from './machine/walkthrough.ts'

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

describe('the vocabulary, on the document’s function with four levels', () => {
  const machine = ranRust(undefined, 'four-level')

  test.each(
    Object.entries({
      'x.type': 'u8',
      'y.size': '4',
      'y.alignment': '4',
      'y.offset': '-5',
      'y.lastByte': '0x7FFF007FEFFE',
      'y.bytes': '64000000',
      'x.pml4': '255',
      'x.frame': '0x5',
      'registers.al': '0xAA',
      'registers.rip': '0x400000000013',
      'registers.cr3': '0x1000',
      'registers.xmm0': '0x0',
      'registers.mxcsr': '0x1F80',
      'flags.zf': '0',
      root: '0x1000',
      'scheme.name': 'four-level',
      'scheme.pageSize': '4096',
      'scheme.offsetBits': '12',
      'scheme.addressBits': '48',
      'address(0x7FFF007FEFFF).page': '0x7FFF007FE',
      'address(rbp - 1).physicalAddress': '0x5FFF',
      'address(y + 2).virtualAddress': '0x7FFF007FEFFD',
      'address(0x800000000000).canonical': 'no',
      'address(0x400000000000).region': 'code',
      'page(0x7FFF007FE).frameBase': '0x5000',
      'page(0x7FFF007FE).flags': 'RW',
      'page(0x400000000).flags': 'R',
      'page(0x7FFF007FD).present': '0',
      'byte(0x5FFF)': '2a',
      'byte(y + 1)': '00',
      'memory(rbp - 1)': '2a',
      'memory32(y)': '0x64',
      'memory64(rbp + 8)': '0x400000001234',
      'entry(0x17F8)': '0x2027',
      'instruction(3).text': 'mov byte [rbp - 1], 42',
      'instruction(3).bytes': 'c645ff2a',
      'instruction(0).address': '0x400000000000',
      'function.name': 'example',
      'function.frameSize': '8',
      'function.localBytes': '5',
      'region(stack).size': '8388608',
      'region(stack).pages': '2048',
      'process.name': 'A',
      'process(A).root': '0x1000',
      'steps.count': '6',
      'example::x.offset': '-1',
      'example::x.value': '42',
      'x.walk(pml4).index': '255',
      'address(rbp - 1).walk(pt).next': '0x5000',
      'process.root': '0x1000',
    }),
  )('%s is %s', (name, value) => expect(ask(machine, name)).toBe(value))

  test.each([
    'z.value',
    'x.colour',
    'registers.xyz',
    'flags.nothing',
    'address(q).page',
    'address(rbp -).page',
    'page(0x1).frame',
    'byte(0x100000)',
    'memory(0x0)',
    'entry(0xFFFFC)',
    'instruction(99).text',
    'region(attic).start',
    'process(Z).root',
    'fault.kind',
    'access(0).value',
    'after(7).registers.rsp',
    'after("nop").registers.rsp',
    'nonsense',
    'nowhere::x.offset',
    'x.walk(pml5).index',
    'x.constructor',
    'scheme.constructor',
    'page(0x10000000000000).flags',
    'instruction(9007199254740993).text',
    '',
  ])('%s has no answer', (name) => expect(fact(machine, name)).toBeUndefined())
})

describe('a moment', () => {
  test('is gone to and come back from', () => {
    const machine = ranRust()
    const bytes = machine.journal.bytes.slice()
    expect(ask(machine, 'after(0).registers.rsp')).toBe('0x7FFF007FF008')
    expect(ask(machine, 'after("SUB  rsp,8").registers.rsp')).toBe('0x7FFF007FEFF8')
    expect(ask(machine, "after('mov rbp, rsp').registers.rbp")).toBe('0x7FFF007FF000')
    expect(ask(machine, 'after(3).memory(rbp - 1)')).toBe('cc')
    expect(ask(machine, 'before("sub rsp, 8").registers.rsp')).toBe('0x7FFF007FF000')
    expect(machine.journal.bytes).toEqual(bytes)
    expect(machine.stop?.kind).toBe('reached')
  })

  test('is not part of a snapshot', () => {
    const machine = Machine.restore(ranRust().snapshot())
    expect(ask(machine, 'steps.count')).toBe('6')
    expect(ask(machine, 'after(0).registers.rsp')).toBeUndefined()
  })
})

test('names of variables mean nothing before the frame is there and after it is gone', () => {
  const machine = ranRust()
  expect(ask(machine, 'after(1).x.virtualAddress')).toBeUndefined()
  expect(ask(machine, 'after(1).x.offset')).toBe('-1')
  expect(ask(machine, 'after(2).x.virtualAddress')).toBe('0x7FFF007FEFFF')
  machine.step()
  expect(ask(machine, 'x.virtualAddress')).toBeUndefined()
})

test('an assembly program has a listing, and no symbols', () => {
  const machine = Machine.boot('walkthrough', 'one-level')
  machine.load(assemblyProgram(LISTING, machine.codeOrigin))
  machine.run(100)
  expect(ask(machine, 'instruction(5).text')).toBe('mov al, [rbp - 1]')
  expect(ask(machine, 'function.frameSize')).toBeUndefined()
})

test('without paging there is no root, and a page is its own frame', () => {
  const machine = ranRust(undefined, 'none')
  expect(['root', 'process(A).root', 'page(0x5).flags'].map((name) => ask(machine, name))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(ask(machine, 'page(0x5).present')).toBe('1')
})
