import type { Diagnostic } from '#engine/diagnostic.ts'
import { performAccesses, type Performed } from '#engine/machine/access/perform.ts'
import { parseAccesses } from '#engine/machine/access/parse-access.ts'
import { Machine } from '#engine/machine/machine.ts'
import { link, type Program } from '#engine/machine/program.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import type { ImageName } from '#engine/os/images.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import { compile } from '#engine/rust/compile.ts'
import type { VirtualAddress } from '#engine/units.ts'

/** The document's function. */
export const EXAMPLE = 'fn example() {\n    let x: u8 = 42;\n    let y: u32 = 100;\n}\n'

/** The same as the document lists it, with the loads of steps 3 and 4. */
export const LISTING = `example:
    push rbp
    mov rbp, rsp
    sub rsp, 8
    mov byte [rbp - 1], 42
    mov dword [rbp - 5], 100
    mov al, [rbp - 1]
    mov eax, [rbp - 5]
    leave
    ret
`

const words = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ message }) => message).join('\n')

function rustProgram(source: string, origin: VirtualAddress): Program {
  const compiled = compile(source, { layout: 'packed' })
  if (!compiled.ok) throw new Error(words(compiled.diagnostics))
  const linked = link(compiled.assembly, origin, compiled)
  if (!linked.ok) throw new Error(words(linked.diagnostics))
  return linked.program
}

export function assemblyProgram(source: string, origin: VirtualAddress): Program {
  const linked = link(source, origin)
  if (!linked.ok) throw new Error(words(linked.diagnostics))
  return linked.program
}

/** A machine that has run a Rust source until just before its `leave`. */
export function ranRust(
  source = EXAMPLE,
  scheme: SchemeName = 'one-level',
  image: ImageName = 'walkthrough',
): Machine {
  const machine = Machine.boot(image, scheme)
  loadRust(machine, source)
  return machine
}

export function loadRust(machine: Machine, source: string): void {
  machine.load(rustProgram(source, machine.codeOrigin))
  machine.run(10_000)
}

/** Runs instructions in the midst of the current frame. */
export function runFragment(machine: Machine, source: string): void {
  machine.splice(assemblyProgram(source, machine.fragmentOrigin))
  machine.run(10_000)
}

export function access(machine: Machine, source: string): Performed {
  return performAccesses(machine, parseAccesses(source).statements)
}

export function setPages(machine: Machine, source: string): void {
  machine.setRows(parsePages(source).rows)
}
