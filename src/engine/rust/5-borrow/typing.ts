import type { Name, Span } from '../1-parse/syntax.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import { fieldsOf, known, type Type } from '../3-check/types.ts'
import type {
  BorrowKind,
  Callee,
  MirBody,
  Operand,
  Place,
  Projection,
  Rvalue,
  Statement,
  Terminator,
} from '../4-mir/mir.ts'
import { Outlives, type Category } from './outlives.ts'
import type { Points } from './points.ts'
import {
  asWritten,
  fieldType,
  fieldTypes,
  PLAIN,
  regionsIn,
  signatureRegions,
  STATIC,
  withRegions,
  type Region,
  type RegionType,
} from './region-types.ts'

/** A reference that was taken: while it may be used, what it was taken of is not free. */
export interface Loan {
  readonly region: Region
  readonly place: Place
  readonly kind: BorrowKind
  readonly point: number
  readonly span: Span
  /** Where the reference is put, if that is a local. */
  readonly holder: number | undefined
  /** It lies in a closure, which needs it there. */
  readonly capturedAt: Span | undefined
}

/** A lifetime of the function's signature. */
export interface Universal {
  readonly region: Region
  readonly name: string | undefined
  /** The parameter whose type has it. */
  readonly parameter: number | undefined
}

/** The types of a function's locals with their lifetimes, and what has to outlive what so that they fit. */
export class Typing {
  readonly outlives = new Outlives()
  readonly loans: Loan[] = []
  readonly localTypes: readonly RegionType[]
  readonly universals: readonly Universal[]
  /** What callers guarantee: of each pair, the first outlives the second. */
  readonly given: (readonly [Region, Region])[] = []
  regionCount = 1
  private readonly body: MirBody
  private readonly program: ProgramTypes
  private readonly named = new Map<string, Region>([["'static", STATIC]])

  constructor(body: MirBody, program: ProgramTypes, points: Points) {
    this.body = body
    this.program = program
    const names = new Map<Region, string>()
    const {
      parameters,
      result,
      hidden,
      collected = [],
    } = signatureRegions(body.item, program, (name) => {
      const region = this.fresh()
      if (name) names.set(region, name.text)
      if (name) this.named.set(name.text, region)
      return region
    })
    this.universals = Array.from({ length: this.regionCount }, (_, region) => {
      const parameter = parameters.findIndex((type) => regionsIn(type).includes(region))
      const name = region === STATIC ? "'static" : names.get(region)
      return { region, name, parameter: parameter < 0 ? undefined : parameter }
    })
    this.given.push(...collected)
    for (const type of [...parameters, result])
      this.wellFormed(type, (longer, shorter) => this.given.push([longer, shorter]))
    if (hidden !== undefined) for (const { region } of this.universals) this.given.push([region, hidden])
    this.localTypes = body.locals.map((local, index) => {
      if (index === 0) return result
      if (index <= parameters.length) return parameters[index - 1]!
      if (!local.annotation) return withRegions(local.type, () => this.fresh())
      return asWritten(local.annotation, local.type, (name) => this.regionOf(name))
    })
    for (let point = 0; point < points.count; point++) this.step(points.at(point), point)
  }

  private fresh(): Region {
    return this.regionCount++
  }

  private regionOf(name: Name | undefined): Region {
    return (name && this.named.get(name.text)) ?? this.fresh()
  }

  /** What a reference leads to lives as long as the reference may. */
  private wellFormed(type: RegionType, add: (longer: Region, shorter: Region) => void, depth = 0): void {
    if (type.kind === 'reference') for (const inner of regionsIn(type.target)) add(inner, type.region)
    if (type.kind === 'tuple') for (const each of type.elements) this.wellFormed(each, add, depth)
    else if (type.kind === 'struct') {
      if (depth < 4) for (const field of fieldTypes(type)) this.wellFormed(field, add, depth + 1)
    } else if (type.kind !== 'plain' && type.kind !== 'dyn') this.wellFormed(type.target, add, depth)
  }

  // ── Types ──

  placeType({ local, projection }: Place): RegionType {
    let type = this.localTypes[local]!
    for (const part of projection) type = this.partType(type, part)
    return type
  }

  private partType(type: RegionType, part: Projection): RegionType {
    // A struct of which nothing says how long it lives has references to what lives for good.
    if (type.kind === 'plain' && part.kind === 'field') return withRegions(part.type, () => STATIC)
    if (type.kind === 'plain' || type.kind === 'dyn') return PLAIN
    if (part.kind === 'field') {
      if (type.kind === 'struct') return fieldType(type, part.index)
      return type.kind === 'tuple' ? type.elements[part.index]! : PLAIN
    }
    if (part.kind === 'downcast' && type.kind === 'struct' && type.type.kind === 'enum')
      return { ...type, type: { kind: 'variant', of: type.type, index: part.variant } }
    if (part.kind === 'subslice') return type
    return type.kind === 'tuple' || type.kind === 'struct' ? PLAIN : type.target
  }

  private operandType(operand: Operand): RegionType {
    if (operand.kind !== 'constant') return this.placeType(operand.place)
    return withRegions(operand.type, () => STATIC)
  }

  // ── Statements ──

  private step(step: Statement | Terminator, point: number): void {
    if (step.kind === 'assign') this.assign(step.place, step.value, point, step)
    else if (step.kind === 'call') this.call(step)
  }

  private categoryOf({ local, projection }: Place): Category {
    if (local === 0) return 'return'
    const { name, annotation } = this.body.locals[local]!
    if (annotation && projection.length === 0) return 'annotation'
    return name === undefined ? 'inner' : 'assignment'
  }

  private assign(place: Place, value: Rvalue, point: number, span: Span): void {
    const wanted = this.placeType(place)
    const category = this.categoryOf(place)
    const put = (found: RegionType, part = wanted) => this.outlives.relate(found, part, category, span)
    switch (value.kind) {
      case 'use':
        return put(this.operandType(value.operand))
      case 'repeat':
        return wanted.kind === 'elements' ? put(this.operandType(value.operand), wanted.target) : undefined
      case 'ref':
        return put(this.lend(place, value, point, span))
      case 'raw':
        return put({ kind: 'pointer', mutable: value.mutable, target: this.placeType(value.place) })
      case 'cast':
        return put(this.castType(value, wanted))
      case 'aggregate': {
        const { variant } = value
        const whole =
          variant === undefined ? wanted : this.partType(wanted, { kind: 'downcast', variant, name: '' })
        return value.operands.forEach((operand, index) => {
          const part =
            wanted.kind === 'elements'
              ? wanted.target
              : this.partType(whole, { kind: 'field', index, name: '', type: partOf(value, index) })
          put(this.operandType(operand), part)
        })
      }
      default:
    }
  }

  private castType({ operand, how }: Rvalue & { kind: 'cast' }, wanted: RegionType): RegionType {
    const type = this.operandType(operand)
    if (how.includes('ArrayToPointer') && type.kind === 'pointer' && type.target.kind === 'elements')
      return { ...type, target: type.target.target }
    return how === 'PtrToPtr' && type.kind !== wanted.kind ? PLAIN : type
  }

  /** Through a reference, nothing can be lent for longer than it was lent. */
  private lend(holder: Place, value: Rvalue & { kind: 'ref' }, point: number, span: Span): RegionType {
    const region = this.fresh()
    const { place, borrow } = value
    const isWhole = holder.projection.length === 0
    this.loans.push({
      region,
      place,
      kind: borrow,
      point,
      span: { from: span.from, to: span.to },
      holder: isWhole ? holder.local : undefined,
      capturedAt: value.capture?.span,
    })
    for (let depth = place.projection.length - 1; depth >= 0; depth--) {
      if (place.projection[depth]?.kind !== 'deref') continue
      const base = this.placeType({ local: place.local, projection: place.projection.slice(0, depth) })
      if (base.kind === 'reference') this.outlives.add(base.region, region, 'inner', span)
      if (base.kind === 'pointer' || (base.kind === 'reference' && !base.mutable)) break
    }
    return { kind: 'reference', region, mutable: borrow !== 'shared', target: this.placeType(place) }
  }

  // ── Calls ──

  private call(call: Terminator & { kind: 'call' }): void {
    const { callee, destination } = call
    const wanted = this.placeType(destination)
    if (callee.kind === 'library') {
      const result = this.library(callee, call.arguments, wanted, call)
      if (result) this.outlives.relate(result, wanted, this.categoryOf(destination), call)
    }
    if (callee.kind !== 'function' && callee.kind !== 'virtual') return
    const first = this.regionCount
    const {
      parameters,
      result,
      hidden,
      collected = [],
    } = signatureRegions(callee.item, this.program, () => this.fresh(), callee.given)
    const created = this.regionCount
    for (const [longer, shorter] of collected) this.outlives.add(longer, shorter, 'argument', call)
    for (const [longer, shorter] of this.program.callables.promises.get(callee.item) ?? [])
      this.outlives.add(
        first + longer - 1,
        shorter === STATIC ? STATIC : first + shorter - 1,
        'argument',
        call,
      )
    if (hidden !== undefined)
      for (let region = first; region < created; region++) this.outlives.add(region, hidden, 'argument', call)
    for (const type of [...parameters, result])
      this.wellFormed(type, (longer, shorter) => this.outlives.add(longer, shorter, 'inner', call))
    // Of a `dyn Fn` the arguments are passed one by one, and belong to no signature.
    if (call.arguments.length !== parameters.length) return
    call.arguments.forEach((operand, index) => {
      const span = operand.kind === 'constant' ? call : operand.span
      this.outlives.relate(this.operandType(operand), parameters[index]!, 'argument', span)
    })
    this.outlives.relate(result, wanted, this.categoryOf(destination), call)
  }

  /** What comes back from the library, where it says how long something lives. */
  private library(
    { name }: Callee & { kind: 'library' },
    operands: readonly Operand[],
    wanted: RegionType,
    span: Span,
  ): RegionType | undefined {
    const [first, second] = operands.map((operand) => this.operandType(operand))
    switch (name) {
      case 'Box::new':
        return { kind: 'box', target: first ?? PLAIN }
      case 'black_box':
      case 'index':
      case 'index_mut':
      case 'add':
      case 'sub':
      case 'offset':
        return first
      case 'as_ptr':
      case 'as_mut_ptr':
        return first?.kind === 'reference' && first.target.kind === 'elements' && wanted.kind === 'pointer'
          ? { kind: 'pointer', mutable: wanted.mutable, target: first.target.target }
          : undefined
      case 'read':
        return first?.kind === 'pointer' ? first.target : undefined
      case 'write':
        if (first?.kind === 'pointer' && second)
          this.outlives.relate(second, first.target, 'assignment', span)
        return undefined
      case 'swap':
        if (first?.kind === 'reference' && second?.kind === 'reference')
          this.outlives.relate(first.target, second.target, 'argument', span, 'equal')
        return undefined
      default:
        return undefined
    }
  }
}

/** The type of one of the parts that a value is made of, where it is a field. */
function partOf({ type, variant }: Rvalue & { kind: 'aggregate' }, index: number): Type {
  const whole = known(type)
  if (whole.kind === 'struct') return fieldsOf(whole)[index]?.type ?? type
  if (whole.kind !== 'enum' || variant === undefined) return type
  return whole.variants[variant]?.fields[index]?.type ?? type
}
