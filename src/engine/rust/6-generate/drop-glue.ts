import type { Span } from '../1-parse/syntax.ts'
import { known, typeText, type Type } from '../3-check/types.ts'
import { Code } from './code.ts'
import type { Data } from './data.ts'
import { dropParts } from './drops.ts'
import type { GeneratedRoutine } from './generate.ts'
import { Generation, type Surroundings } from './generation.ts'
import { frame, named, type Group } from './instruction.ts'
import { epilogue, prologue } from './generate-function.ts'

const NOWHERE: Span = { from: 0, to: 0 }

/** Routines that give back all that a value of a type owns: one for each type that needs it (rustc, "drop glue"). */
export class DropGlue {
  private readonly labels = new Map<string, { readonly label: string; readonly type: Type }>()

  labelFor(type: Type): string {
    const name = typeText(type)
    const found = this.labels.get(name)
    if (found) return found.label
    const label = `drop.${this.labels.size}`
    this.labels.set(name, { label, type: known(type) })
    return label
  }

  /** One routine may need others. */
  routines(data: Data, around: Surroundings): readonly GeneratedRoutine[] {
    const routines: GeneratedRoutine[] = []
    for (const { label, type } of this.labels.values()) routines.push(routineFor(label, type, data, around))
    return routines
  }
}

function routineFor(label: string, type: Type, data: Data, around: Surroundings): GeneratedRoutine {
  const code = new Code(data, 8)
  const gen = Generation.forRoutine(code, around)
  code.emit('mov', [frame(-8), named('rdi')], 'Where it is')
  dropParts(gen, type)
  const frameSize = Math.ceil(code.deepest / 16) * 16
  const body: Group = {
    heading: `Give back what a ${typeText(type)} owns`,
    span: NOWHERE,
    lines: [...code.lines, ...code.apart],
  }
  return { label, groups: [prologue(NOWHERE, { frameSize }), body, epilogue(NOWHERE)] }
}
