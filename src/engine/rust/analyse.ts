import type { Diagnostic } from '../diagnostic.ts'
import type { Resolution } from './2-resolve/resolve.ts'
import {
  checkTypes,
  checkValues,
  warnOfIdleStatements,
  type Checked,
  type TypeChecked,
} from './3-check/check.ts'
import type { Traits } from './3-check/traits.ts'
import type { DynType, Type } from './3-check/types.ts'
import { Instances } from './4-mir/instances.ts'
import type { MirBody } from './4-mir/mir.ts'
import { OfLibrary } from './4-mir/of-library.ts'
import { checkBorrows } from './5-borrow/check-borrows.ts'
import { diagnose, messages } from './messages.ts'

export interface Analysed extends Checked {
  /** Of every function whose types are in order and that may be run. */
  readonly bodies: readonly MirBody[]
  /** The functions of the library among them. */
  readonly ofLibrary: Resolution['ofLibrary']
  /** What they were read from. */
  readonly libraryText: string
  /** The label of what is called with a value of a type before it goes. */
  destructorOf(type: Type): string | undefined
  /** The label of the method that an `impl` of one of the library's traits gives to a type. */
  methodOf(type: Type, trait: string, method: string): string | undefined
  /** The labels of the methods of a type that is known as a `dyn`, in the order of its table. */
  dispatched(type: Type, of: DynType): readonly (string | undefined)[]
  /** Which of them is one of a trait's. */
  slotOf(of: DynType, trait: string, method: string): number | undefined
}

function slotIn(traits: Traits, of: DynType, trait: string, method: string): number | undefined {
  const item = traits.named(trait)?.functions.find(({ name }) => name.text === method)
  const slot = item ? traits.methodsOf(of.trait).indexOf(item) : -1
  return slot < 0 ? undefined : slot
}

/** From names to a program of which everything is known: types, then what may be looked at where, then values. */
export function analyse(resolution: Resolution): Analysed {
  const typed = checkTypes(resolution)
  const { diagnostics, program } = typed
  const { instances, open } = bodiesOf(typed)
  // What a closure takes is found in its body, and of one with a mistake inference does not know all.
  if (!hasErrors(diagnostics)) program.judgeAsked()
  // What a closure needs of what is around it is known before that is looked at.
  for (const [item, body] of open)
    if (program.callables.closures.has(item)) diagnostics.push(...checkBorrows(body, program))
  for (const { func } of typed.functions) {
    const body = open.get(func.item)
    if (resolution.ofLibrary.has(func.item)) continue
    if (body) diagnostics.push(...program.traits.within(func.item, () => checkBorrows(body, program)))
    warnOfIdleStatements(func, resolution, diagnostics)
  }
  const roots = [...open.values()].filter(({ item }) => program.isRoot(item))
  const { bodies, endless } = !hasErrors(diagnostics) ? instances.reachable(roots) : { bodies: roots }
  if (endless) diagnostics.push(diagnose(endless.name, messages.endlessInstances(endless.name.text)))
  return {
    ...checkValues(typed),
    bodies,
    ofLibrary: resolution.ofLibrary,
    libraryText: resolution.libraryText,
    methodOf: (type, trait, method) => instances.methodOf(type, trait, method)?.label,
    destructorOf: (type) => instances.destructorOf(type)?.label,
    dispatched: (type, of) => instances.dispatched(type, of).map((each) => each?.label),
    slotOf: (of, trait, method) => slotIn(program.traits, of, trait, method),
  }
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

/** The bodies of all functions, with what they leave open still open. */
function bodiesOf({ resolution, program, functions, diagnostics }: TypeChecked): {
  readonly instances: Instances
  readonly open: ReadonlyMap<MirBody['item'], MirBody>
} {
  const isWrong = hasErrors(diagnostics)
  const sound = functions
    .filter(({ func }) => !isWrong || !resolution.derived.has(func.item))
    .filter(({ inference }) => !inference.hasMistakes && inference.misunderstood === undefined)
    .map(({ func: { item, label }, inference }) => ({ item, label, inference }))
  const instances = new Instances(sound, resolution, program, OfLibrary.beneath(resolution))
  const isLost = resolution.diagnostics.length > 0
  const all = isLost ? [] : [...sound, ...instances.closures()]
  const open = new Map(
    all.map((func) => [func.item, program.traits.within(func.item, () => instances.open(func))]),
  )
  return { instances, open }
}
