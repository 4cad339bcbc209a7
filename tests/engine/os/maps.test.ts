import { expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { CALL, EXIT, MMAP, ran } from './linux-programs.ts'

test('regions are printed as /proc/PID/maps prints them', () => {
  const source = `section .data
a: dq 1
section .text
_start:
${CALL(12, '0x404000')}
${MMAP({ protection: 0 })}
${EXIT(0)}`
  const { machine } = ran(source)
  const maps = fact(machine, 'process(A).maps')
  expect(maps && factText(maps).split('\n')).toEqual([
    '00401000-00402000 r-xp 00000000 00:00 0                                  ./program',
    '00402000-00403000 rw-p 00000000 00:00 0                                  ./program',
    '00403000-00404000 rw-p 00000000 00:00 0                                  [heap]',
    '7ffff7ffe000-7ffff7fff000 ---p 00000000 00:00 0',
    '7ffffffde000-7ffffffff000 rw-p 00000000 00:00 0                          [stack]',
  ])
})
