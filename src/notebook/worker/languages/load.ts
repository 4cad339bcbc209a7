import type { Machine } from '#engine/machine/machine.ts'
import { link, type LinkMap } from '#engine/machine/program.ts'
import type { Prepared } from './language.ts'

/** Loads assembly: a text with a label is a program, one without runs in the midst of what is loaded. */
export function load(machine: Machine, assembly: string, linkMap?: LinkMap): Prepared {
  const linked = link(assembly, machine.codeOrigin, linkMap, machine.codeByteLimit)
  if (!linked.ok) return { ...linked, runs: false }
  if (linked.program.entry || !machine.takesFragments) {
    machine.load(linked.program)
    return { diagnostics: linked.diagnostics, runs: true }
  }
  const fragment = link(assembly, machine.fragmentOrigin, linkMap)
  if (!fragment.ok) return { diagnostics: fragment.diagnostics, runs: false }
  machine.splice(fragment.program)
  return { diagnostics: fragment.diagnostics, runs: true }
}
