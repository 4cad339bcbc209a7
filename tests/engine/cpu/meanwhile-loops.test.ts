import { describe, expect, it, vi } from 'vitest'

const SOURCE = `main:
    push rbp
    mov rbp, rsp
    mov ecx, 5
.again:
    add dword [rbp - 8], ecx
    cvtsi2sd xmm0, ecx
    dec ecx
    jnz .again
    mov rax, [rbp - 8]
    leave
    ret`

/** What a run comes to, forwards and back again, with these loops. */
async function outcome(source: string) {
  const { Machine } = await import('#engine/machine/machine.ts')
  const { Recording } = await import('#engine/machine/recording.ts')
  const { link } = await import('#engine/machine/program.ts')
  const machine = Machine.boot('walkthrough', 'four-level')
  const linked = link(source, machine.codeOrigin)
  if (!linked.ok) throw new Error(linked.diagnostics[0]!.message)
  machine.load(linked.program)
  const recording = new Recording(machine, 'end')
  const stop = recording.run(1000)
  const words = () => [...machine.journal.words.slice(machine.journal.registersAt)]
  const end = words()
  const moments = Array.from({ length: recording.newest }, (_, step) => {
    recording.goTo(step)
    return machine.registers.rip
  })
  return { stop, end, moments, start: words() }
}

describe('until the compiled loops have come', () => {
  it.each([
    ['a loop over memory', SOURCE],
    ['a fault', 'main:\n    mov eax, 1\n    mov rbx, [0]\n    ret'],
    ['an instruction that stops', 'main:\n    mov eax, 1\n    hlt'],
  ])('a run is the same, and so is the way back: %s', async (_title, source) => {
    vi.resetModules()
    const compiled = await outcome(source)
    vi.resetModules()
    vi.doMock('#engine/cpu/loops.generated.ts', () => import('#notebook/worker/parts/meanwhile-loops.ts'))
    const meanwhile = await outcome(source)
    vi.doUnmock('#engine/cpu/loops.generated.ts')
    expect(meanwhile).toEqual(compiled)
    expect(compiled.moments.length).toBeGreaterThan(1)
  })
})
