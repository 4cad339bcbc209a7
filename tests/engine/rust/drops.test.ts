import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import '#engine/cpu/plain-loop.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { compile } from '#engine/rust/compile.ts'

const source = readFileSync(join(import.meta.dirname, 'programs/box-drops/main.rs'), 'utf8')
/** Room for what lives at once. If one kind of box were not dropped, a hundred of them would need 400 KiB more. */
const RAM_BYTE_COUNT = 256 << 10

test.each(['packed', 'debug'] as const)('every box is given back, temporaries too: %s', (layout) => {
  const compiled = compile(source, { layout, isProcess: true })
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message)
  const machine = Machine.boot('linux', 'four-level', undefined, { ramByteCount: RAM_BYTE_COUNT })
  const linked = link(compiled.assembly, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  machine.load(linked.program)
  machine.journal.recording = false
  expect(machine.run(100_000_000)).toMatchObject({ kind: 'exit', code: 0 })
})
