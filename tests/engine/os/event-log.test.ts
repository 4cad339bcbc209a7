import { expect, test } from 'vitest'
import type { Machine } from '#engine/machine/machine.ts'
import { CALL, EXIT, MMAP, started } from './linux-programs.ts'

const told = (machine: Machine) =>
  machine.kernel.linux!.events.all.map((event) => {
    if (event.kind === 'page-fault') return `${event.process}: ${event.answer}`
    if (event.kind === 'system-call') return `${event.process}: ${event.name}`
    if (event.kind === 'return') return `${event.process}: ${event.name} = ${event.result}`
    return event.kind === 'switch' ? `${event.process} to ${event.to}` : `${event.process} ends`
  })

test('what the OS does is told in order, and untold by stepping back', () => {
  const source = `_start:
${MMAP()}
mov ebx, [rax]
mov [rax], ebx
${CALL(57, '0')}
mov rdi, -1
mov eax, 61
syscall
${EXIT(0)}`
  const machine = started(source)
  const before = told(machine)
  expect(before).toEqual(['A: new-page'])
  machine.run(8)
  expect(told(machine)).toEqual([...before, 'A: new-page', 'A: mmap', `A: mmap = ${0x7fff_f7ff_e000n}`])
  machine.run(1)
  expect(told(machine).at(-1)).toBe('A: zero-page')
  machine.run(1)
  expect(told(machine).at(-1)).toBe('A: copied')
  const stop = machine.run(100)
  const all = told(machine)
  expect(all.slice(6)).toEqual([
    'A: fork',
    'A: fork = 1001',
    'A: wait4',
    'A to B',
    'B: wait4',
    'B: wait4 = 18446744073709551606',
    'B: exit',
    'B ends',
    'B to A',
    'A: wait4',
    'A: wait4 = 1001',
    'A: exit',
    'A ends',
  ])
  machine.back(stop.steps)
  expect(told(machine)).toEqual(all.slice(0, 6))
  machine.forward(stop.steps)
  expect(told(machine)).toEqual(all)
})
