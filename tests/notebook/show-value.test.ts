import { expect, it } from 'vitest'
import { showBytes, showValue } from '#notebook/shared/show-value.ts'

it.each([
  ['0x7FFF007FEFFF', '0x7FFF_007F_EFFF', '0x7FFF…EFFF'],
  ['0x5FFF', '0x5FFF', '0x5FFF'],
  ['-5', '\u22125', '\u22125'],
  ['4096', '4096', '4096'],
  ['8388608', '8\u202F388\u202F608', '8\u202F388\u202F608'],
  ['RW', 'RW', 'RW'],
])('%s reads %s, in short %s', (value, full, short) => {
  expect(showValue(value)).toBe(full)
  expect(showValue(value, 'short')).toBe(short)
})

it('sets bytes apart', () => {
  expect(showBytes('c645ff2a')).toBe('c6 45 ff 2a')
  expect(showBytes('2a')).toBe('2a')
  expect(showValue('00304000', 'full', 'before("leave").x.bytes')).toBe('00 30 40 00')
  expect(showValue('00304000', 'full', 'memory(rbp - 4, 4)')).toBe('00 30 40 00')
  expect(showValue('00304000', 'full', 'x.value')).toBe('00\u202F304\u202F000')
})
