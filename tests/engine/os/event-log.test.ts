import { expect, test } from 'vitest'
import type { Machine } from '#engine/machine/machine.ts'
import { CALL, EXIT, MMAP, started } from './linux-programs.ts'

const told = (machine: Machine) =>
  machine.kernel.linux!.events.all.map((event) => {
    if (event.kind === 'page-fault') return `${event.process}: ${event.answer}`
    if (event.kind === 'system-call') return `${event.process}: ${event.name}`
    if (event.kind === 'return') return `${event.process}: ${event.name} = ${event.result}`
    if (event.kind === 'evicted') return `${event.process}: evicted`
    if (event.kind === 'frames') return `${event.taken.length} taken, ${event.freed.length} freed`
    return event.kind === 'switch' ? `${event.process} to ${event.to}` : `${event.process} ends`
  })

test('what the OS does is told in order, and untold by stepping back', () => {
  const source = `_start:
${MMAP()}
mov ebx, [rax]
mov [rax], ebx
${CALL(57, '0')}
mov rdi, -1
xor r10d, r10d
mov eax, 61
syscall
${EXIT(0)}`
  const machine = started(source)
  const before = told(machine)
  // The stack's page, its three tables and the root; then the code's page and its three; then a table for the mapping.
  expect(before).toEqual(['A: new-page', '5 taken, 0 freed'])
  machine.run(8)
  const mapped = ['A: new-page', '4 taken, 0 freed', 'A: mmap', `A: mmap = ${0x7fff_f7ff_e000n}`]
  expect(told(machine)).toEqual([...before, ...mapped])
  machine.run(1)
  expect(told(machine).slice(-2)).toEqual(['A: zero-page', '1 taken, 0 freed'])
  machine.run(1)
  expect(told(machine).slice(-2)).toEqual(['A: copied', '1 taken, 0 freed'])
  const stop = machine.run(100)
  const all = told(machine)
  const known = 10
  expect(all.slice(known).filter((line) => !line.includes('taken'))).toEqual([
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
  // The child's root and tables are taken by the fork, and all of them are freed by its end.
  const moved = all.slice(known).filter((line) => line.includes('taken'))
  expect(moved[0]).toBe('8 taken, 0 freed')
  expect(moved.at(-1)).toMatch(/^0 taken, \d+ freed$/)
  machine.back(stop.steps)
  expect(told(machine)).toEqual(all.slice(0, known))
  machine.forward(stop.steps)
  expect(told(machine)).toEqual(all)
})
