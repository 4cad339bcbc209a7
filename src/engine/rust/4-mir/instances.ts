import type { FunctionItem } from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'
import type { Inference } from '../3-check/infer.ts'
import { substituted } from '../3-check/instances.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import { droppedWith } from '../3-check/dropped.ts'
import { givenFor } from '../3-check/members.ts'
import { known, typeText, type Type } from '../3-check/types.ts'
import { buildMir } from './build-mir.ts'
import type { MirBody } from './mir.ts'

/** A function whose types are in order. */
export interface SoundFunction {
  readonly item: FunctionItem
  readonly label: string
  readonly inference: Inference
}

/** A function, with types for all that it leaves open. */
interface Instance {
  readonly item: FunctionItem
  readonly label: string
  readonly given: readonly Type[]
}

/** More of one program nobody runs: a function that calls itself with ever larger types would never be done. */
const MOST_INSTANCES = 2000

/**
 * The bodies of a program: of each function, and of those that leave types open one for each choice of types that
 * somebody calls them with, as rustc has it (rustc dev guide, "Monomorphization").
 */
export class Instances {
  private readonly sound: ReadonlyMap<FunctionItem, SoundFunction>
  private readonly resolution: Resolution
  private readonly program: ProgramTypes
  private readonly labels = new Map<string, string>()
  private readonly taken = new Set<string>()

  constructor(functions: readonly SoundFunction[], resolution: Resolution, program: ProgramTypes) {
    this.sound = new Map(functions.map((func) => [func.item, func]))
    this.resolution = resolution
    this.program = program
    for (const { label } of functions) this.taken.add(label)
  }

  /** As it is written, with whatever it leaves open still open: what is looked at for moves and borrows. */
  open(func: SoundFunction): MirBody {
    return this.build(func, [], func.label)
  }

  /** What is run: whatever can be reached from these functions, which leave nothing open. */
  reachable(roots: readonly MirBody[]): readonly MirBody[] {
    const bodies = [...roots]
    const labels = new Set(roots.map(({ label }) => label))
    for (let next = 0; next < bodies.length && bodies.length < MOST_INSTANCES; next++)
      for (const { item, label, given } of this.neededBy(bodies[next]!)) {
        const func = this.sound.get(item)
        if (!func || labels.has(label)) continue
        labels.add(label)
        bodies.push(this.build(func, given, label))
      }
    return bodies
  }

  /** What a body calls, and what is called with the values that go in it. */
  private *neededBy({ blocks, locals }: MirBody): Generator<Instance> {
    for (const { terminator } of blocks)
      if (terminator.kind === 'call' && terminator.callee.kind === 'function') yield terminator.callee
    for (const { type } of locals)
      for (const part of droppedWith(type)) {
        const destructor = this.destructorOf(part)
        if (destructor) yield destructor
      }
  }

  /** What `impl Drop` asks to be done with a value of a type. */
  destructorOf(type: Type): Instance | undefined {
    if (type.kind !== 'struct' && type.kind !== 'enum') return undefined
    const { destructor } = type
    const [item] = destructor?.functions ?? []
    if (!destructor || !item) return undefined
    const given = givenFor(destructor, this.program.typeFor(destructor.self), type).map(known)
    return { item, given, label: this.labelOf(item, given) }
  }

  private build({ item, inference }: SoundFunction, given: readonly Type[], label: string): MirBody {
    const { resolution, program } = this
    const open = program.genericsOf(item)
    const filled = given.length > 0 ? (type: Type) => substituted(type, open, given) : (type: Type) => type
    const labelOf = (callee: FunctionItem, types: readonly Type[]) => this.labelOf(callee, types)
    const found = given.length > 0 ? filledIn(inference, filled) : inference
    return buildMir({ item, label, resolution, inference: found, program, labelOf, filled })
  }

  /** `largest` for `u8` is `largest.u8`. */
  private labelOf(item: FunctionItem, given: readonly Type[]): string {
    const plain = this.sound.get(item)?.label ?? item.name.text
    if (given.length === 0) return plain
    const key = `${plain}<${given.map(typeText).join(', ')}>`
    const found = this.labels.get(key)
    if (found !== undefined) return found
    const wanted = `${plain}.${given.map((type) => typeText(type).replace(/\W+/g, '_')).join('.')}`
    let label = wanted
    for (let count = 2; this.taken.has(label); count++) label = `${wanted}.${count}`
    this.taken.add(label)
    this.labels.set(key, label)
    return label
  }
}

/** What was inferred, with types for what was left open. */
function filledIn(inference: Inference, filled: (type: Type) => Type): Inference {
  return {
    typeOfLocal: (local) => filled(inference.typeOfLocal(local)),
    typeOf: (expression) => filled(inference.typeOf(expression)),
    coercionOf: (expression) => {
      const coercion = inference.coercionOf(expression)
      return coercion && filled(coercion)
    },
    isReborrowed: (expression) => inference.isReborrowed(expression),
    instanceOf: (callee) => inference.instanceOf(callee).map(filled),
    derefsOf: (pattern) => inference.derefsOf(pattern),
    bindingOf: (name) => inference.bindingOf(name),
    called: inference.called,
    hasMistakes: inference.hasMistakes,
    misunderstood: inference.misunderstood,
  }
}
