import type { Label } from '../../diagnostic.ts'
import type { Span } from '../1-parse/syntax.ts'
import type { ClosureType } from '../3-check/callables.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import type { MirBody, Place } from '../4-mir/mir.ts'
import type { Message } from '../messages.ts'
import { borrowMessages, labels } from './borrow-messages.ts'
import { label, type Complaints } from './complaints.ts'
import type { Loans } from './loans.ts'
import type { Category } from './outlives.ts'
import { conflicts, placeName } from './places.ts'
import type { Points } from './points.ts'
import type { Regions } from './regions.ts'
import { STATIC } from './region-types.ts'
import type { Loan, Universal } from './typing.ts'
import type { Access } from '../4-mir/uses.ts'

/** Whether what is lent is left alone, and lives, as long as the reference is needed. */
export class LoanCheck {
  private readonly body: MirBody
  private readonly program: ProgramTypes
  private readonly points: Points
  private readonly regions: Regions
  private readonly loans: Loans
  private readonly complaints: Complaints

  constructor(
    body: MirBody,
    program: ProgramTypes,
    points: Points,
    regions: Regions,
    loans: Loans,
    complaints: Complaints,
  ) {
    this.body = body
    this.program = program
    this.points = points
    this.regions = regions
    this.loans = loans
    this.complaints = complaints
  }

  check(access: Access, point: number): void {
    if (access === this.points.accessesAt(point)[0]) this.activate(point)
    const { place, span } = access
    const name = placeName(this.body, place)
    switch (access.kind) {
      case 'copy':
        return this.forbid(access, point, this.active(place, point), borrowMessages.usedWhileLent(name))
      case 'move':
        return this.forbid(
          access,
          point,
          this.loans.touched(place, 'deep', point),
          borrowMessages.movedWhileLent(name),
        )
      case 'borrow':
        return this.borrow(access, point)
      case 'assign': {
        const touched = this.loans.touched(place, access.isCall ? 'deep' : 'shallow', point)
        return this.forbid(access, point, touched, borrowMessages.assignedWhileLent(name))
      }
      case 'drop': {
        const touched = this.loans.touched(place, 'drop', point)
        if (access.isReplaced)
          return this.forbid(access, point, touched, borrowMessages.assignedWhileLent(name))
        return touched.forEach((loan) => this.diesTooSoon(loan, point, span))
      }
      case 'storage-dead':
        return this.loans
          .touched(place, 'shallow', point)
          .forEach((loan) => this.diesTooSoon(loan, point, span))
      default:
    }
  }

  /** Loans with `&mut` that are more than a reservation. */
  private active(place: Place, point: number): readonly Loan[] {
    const isActive = (loan: Loan) => loan.kind !== 'shared' && !this.loans.isReserved(loan, point)
    return this.loans.touched(place, 'deep', point, isActive)
  }

  private forbid({ place, span }: Access, point: number, touched: readonly Loan[], message: Message): void {
    const [loan] = touched
    if (loan)
      this.complaints.say(span, message, `${place.local} ${span.from} ${span.to}`, this.why(loan, point))
  }

  private borrow(access: Access & { kind: 'borrow' }, point: number): void {
    const { how, place, span } = access
    const isShared = how === 'shared' || how === 'raw-const'
    const touched = isShared
      ? this.active(place, point)
      : this.loans
          .touched(place, 'deep', point)
          .filter((loan) => how !== 'two-phase' || loan.kind !== 'shared')
    this.conflict(touched, place, span, !isShared, point)
  }

  private conflict(
    touched: readonly Loan[],
    place: Place,
    span: Span,
    isMutable: boolean,
    point: number,
  ): void {
    const [loan] = touched
    if (!loan) return
    const name = placeName(this.body, place)
    const message =
      isMutable && loan.kind !== 'shared'
        ? borrowMessages.secondMutable(name)
        : borrowMessages.mutableAndShared(name, isMutable)
    this.complaints.say(span, message, `${place.local} ${span.from} ${span.to}`, this.why(loan, point))
  }

  /** What was reserved for a call is in force when that begins. */
  private activate(point: number): void {
    for (const loan of this.loans.activatedAt(point)) {
      const others = this.loans.touched(loan.place, 'deep', point).filter((other) => other !== loan)
      this.conflict(others, loan.place, this.points.at(point), true, point)
    }
  }

  /** Where it was lent, and where the reference is still needed. */
  private why(loan: Loan, point: number): Label[] {
    const lent = label(loan.span, labels.lent(placeName(this.body, loan.place), loan.kind !== 'shared'))
    return [lent, ...this.whyNeeded(loan, point)]
  }

  private whyNeeded(loan: Loan, point: number): Label[] {
    const use = this.regions.nextUse(loan.region, point)
    if (use) return [label(use.span, labels.needed(use.isAround))]
    const reached = this.regions.reachedUniversal(loan.region)
    return reached ? [label(reached.because.span, labels[REASONS[reached.because.category]])] : []
  }

  // ── Ends ──

  private diesTooSoon(loan: Loan, point: number, end: Span): void {
    const { local } = loan.place
    const cause = `${local} ${loan.span.from} ${loan.span.to}`
    const use = this.regions.nextUse(loan.region, point)
    const reached = use ? undefined : this.regions.reachedUniversal(loan.region)
    const declared = this.body.locals[local]!
    if (loan.capturedAt && reached) return this.outlivesFunction(loan, cause)
    if (reached?.because.category === 'return') return this.returnsOwn(loan, reached.because.span, cause)
    const needed = this.whyNeeded(loan, point)
    const ends = label(end, labels.ends(declared.name))
    if (declared.name === undefined)
      return this.complaints.say(declared.span, borrowMessages.temporaryDies, cause, [ends, ...needed])
    const name = placeName(this.body, loan.place) ?? declared.name
    const place = loan.capturedAt ?? loan.span
    this.complaints.say(place, borrowMessages.diesTooSoon(name), cause, [ends, ...needed])
  }

  private outlivesFunction(loan: Loan, cause: string): void {
    const name = placeName(this.body, loan.place)
    const message = borrowMessages.closureOutlives(name ?? 'a value')
    const needed = loan.capturedAt ? [label(loan.capturedAt, labels.lent(name, loan.kind !== 'shared'))] : []
    this.complaints.say(loan.span, message, cause, needed)
  }

  private returnsOwn(loan: Loan, span: Span, cause: string): void {
    const { local } = loan.place
    const { name } = this.body.locals[local]!
    const isWhole = span.from === loan.span.from && span.to === loan.span.to
    const kind = local > 0 && local <= this.body.parameterCount ? 'function parameter' : 'local variable'
    const variable = name === undefined ? 'temporary value' : `${kind} \`${name}\``
    const place = placeName(this.body, loan.place)
    const what = isWhole && place !== undefined && place !== name ? `local data \`${place}\`` : variable
    const message = borrowMessages.returnsOwn(`${isWhole ? 'reference to' : 'value referencing'} ${what}`)
    const where = isWhole ? [] : [label(loan.span, labels.lent(place, loan.kind !== 'shared'))]
    this.complaints.say(span, message, cause, where)
  }

  /** What is left when the function returns: loans of its own, and promises that no signature makes. */
  checkEnds(): void {
    for (let point = 0; point < this.points.count; point++) {
      const step = this.points.at(point)
      if (step.kind !== 'return') continue
      for (const loan of this.loans.all()) {
        const whole = { local: loan.place.local, projection: [] }
        if (conflicts(this.body, loan.place, whole, 'shallow') && this.loans.isInForce(loan, point))
          this.diesTooSoon(loan, point, step)
      }
    }
    const closure = this.program.callables.closures.get(this.body.item)
    if (closure) return this.promise(closure)
    for (const { longer, shorter, because } of this.regions.unpromised())
      this.unpromised(longer, shorter, because)
  }

  /** What the body of a closure needs is asked where it is made and called; what it is only lent it does not keep. */
  private promise({ callable }: ClosureType): void {
    const pairs = this.regions.unpromised()
    this.program.callables.promises.set(
      this.body.item,
      pairs.map(({ longer, shorter }) => [longer.region, shorter.region]),
    )
    for (const { longer, shorter, because } of pairs) {
      const type = longer.parameter ? callable.closure.parameters[longer.parameter - 1]?.type : undefined
      if (type?.kind === 'reference' && shorter.parameter === 0)
        this.complaints.say(because.span, borrowMessages.escapesClosure)
    }
  }

  private unpromised(
    longer: Universal,
    shorter: Universal,
    { span, category }: { span: Span; category: Category },
  ): void {
    const parameter = longer.parameter === undefined ? undefined : this.body.locals[longer.parameter + 1]
    const where =
      parameter?.name === undefined ? [] : [label(parameter.span, labels.declared(parameter.name))]
    const message =
      longer.name === undefined &&
      parameter?.name !== undefined &&
      shorter.name !== undefined &&
      shorter.region !== STATIC
        ? borrowMessages.needsLifetime(parameter.name, shorter.name)
        : shorter.region === STATIC && category === 'argument'
          ? borrowMessages.escapes
          : borrowMessages.mayDieTooSoon
    this.complaints.say(span, message, `${longer.region} ${span.from}`, where)
  }
}

const REASONS: Readonly<Record<Category, 'returned' | 'annotated' | 'passed' | 'kept'>> = {
  return: 'returned',
  annotation: 'annotated',
  argument: 'passed',
  assignment: 'kept',
  inner: 'kept',
}
