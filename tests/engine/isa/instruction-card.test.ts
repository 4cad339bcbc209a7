import { expect, test } from 'vitest'
import { instructionCard } from '#engine/isa/instruction-card.ts'

const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const partsOf = (bytes: string) =>
  instructionCard(fromHex(bytes))!.parts.map((part) => [
    part.name,
    Buffer.from(part.bytes).toString('hex'),
    part.meaning,
  ])

test('a card says what an instruction does and takes its bytes apart', () => {
  const card = instructionCard(fromHex('c745fb64000000'))!
  expect(card).toMatchObject({
    mnemonic: 'mov',
    summary: 'Copies the source to the destination.',
    flagsWritten: [],
    encoding: 'C7 /0 id',
    operands: 'r/m32, imm32',
  })
  expect(partsOf('c745fb64000000')).toEqual([
    ['opcode', 'c7', 'the operation: mov'],
    ['ModRM', '45', 'says where the operands are'],
    ['displacement', 'fb', '-5, added to the address; as a signed number, lowest byte first'],
    ['immediate', '64000000', 'the number 100, lowest byte first'],
  ])
  expect(card.parts[1]!.fields).toEqual([
    { name: 'mod', bits: '01', meaning: 'memory, displacement of 8 bits' },
    { name: 'reg', bits: '000', meaning: '/0: belongs to the opcode' },
    { name: 'r/m', bits: '101', meaning: 'the address begins at rbp' },
  ])
})

test('prefixes, REX and SIB are parts of their own', () => {
  expect(partsOf('f06646010c88').map(([name, bytes]) => [name, bytes])).toEqual([
    ['prefix', 'f0'],
    ['prefix', '66'],
    ['REX', '46'],
    ['opcode', '01'],
    ['ModRM', '0c'],
    ['SIB', '88'],
  ])
  expect(partsOf('55')).toEqual([['opcode', '55', 'the operation: push, with rbp in its last three bits']])
  expect(partsOf('74fe').at(-1)).toEqual([
    'displacement',
    'fe',
    '-2 bytes from the next instruction, lowest byte first',
  ])
})

test('the parts are all of the bytes', () => {
  for (const bytes of ['4883ec08', '488d0425000000', '0fb645ff', 'e8fbffffff', '488b0578563412', 'c3']) {
    const card = instructionCard(fromHex(`${bytes}00`))
    const found = card?.parts.map((part) => Buffer.from(part.bytes).toString('hex')).join('') ?? ''
    expect(`${bytes}00`.startsWith(found)).toBe(true)
  }
  expect(instructionCard(fromHex('06'))).toBeUndefined()
})
