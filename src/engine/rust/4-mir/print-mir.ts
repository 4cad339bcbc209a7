import { floatOfBits } from '../3-check/floats.ts'
import type { Value } from '../3-check/evaluate.ts'
import { isUnit, known, typeText, type EnumType, type Type } from '../3-check/types.ts'
import type {
  AssertMessage,
  Callee,
  MirBody,
  Operand,
  Place,
  Projection,
  Rvalue,
  Statement,
  Terminator,
} from './mir.ts'
import { typeOfPart } from './mir.ts'

/** One line of the representation as rustc writes it, with where in the source it comes from. */
export interface MirLine {
  readonly text: string
  readonly from?: number
  readonly to?: number
  readonly depth: number
}

/** A function in rustc's notation (`-Zunpretty=mir`), without what only unwinding needs. */
export function printMir(body: MirBody): MirLine[] {
  const { item, label, locals, parameterCount, blocks } = body
  const parameters = locals
    .slice(1, parameterCount + 1)
    .map(({ type }, index) => `_${index + 1}: ${typeText(type)}`)
  const lines: MirLine[] = [
    {
      text: `fn ${label}(${parameters.join(', ')}) -> ${typeText(locals[0]!.type)} {`,
      depth: 0,
      ...item.signature,
    },
    ...declarations(body),
  ]
  blocks.forEach(({ statements, terminator }, index) => {
    lines.push({ text: '', depth: 0 }, { text: `bb${index}: {`, depth: 1 })
    const printed = statements.map((statement) => ({ text: statementText(body, statement), statement }))
    for (const { text, statement } of printed)
      if (text !== undefined) lines.push({ text: `${text};`, depth: 2, ...spanOf(statement) })
    lines.push({ text: `${terminatorText(body, terminator)};`, depth: 2, ...spanOf(terminator) })
    lines.push({ text: '}', depth: 1 })
  })
  return [...lines, { text: '}', depth: 0 }]
}

const spanOf = ({ from, to }: { readonly from: number; readonly to: number }) => ({ from, to })

/** Parameters' names, then locals, then what a name means from its `let` on. */
function declarations(body: MirBody): MirLine[] {
  const lines: MirLine[] = []
  const { locals, parameterCount } = body
  const put = (depth: number, text: string, span: { from: number; to: number }) =>
    lines.push({ text, depth, ...spanOf(span) })
  const inScope = (scope: number, depth: number): void => {
    locals.forEach(({ name, scope: own, span }, index) => {
      if (name !== undefined && own === scope) put(depth, `debug ${name} => _${index};`, span)
    })
    locals.forEach(({ type, mutable, name, scope: own, span }, index) => {
      if (index > 0 && index <= parameterCount) return
      const declaredIn = name === undefined ? own : (body.scopes[own] ?? 0)
      if (declaredIn === scope) put(depth, `let ${mutable ? 'mut ' : ''}_${index}: ${typeText(type)};`, span)
    })
    body.scopes.forEach((parent, inner) => {
      if (parent !== scope) return
      lines.push({ text: `scope ${inner} {`, depth })
      inScope(inner, depth + 1)
      lines.push({ text: '}', depth })
    })
  }
  inScope(0, 1)
  return lines
}

function statementText(body: MirBody, statement: Statement): string | undefined {
  switch (statement.kind) {
    case 'assign':
      return `${placeText(body, statement.place)} = ${rvalueText(body, statement.value)}`
    case 'storage-live':
      return `StorageLive(_${statement.local})`
    case 'storage-dead':
      return `StorageDead(_${statement.local})`
    case 'mention':
      return `PlaceMention(${placeText(body, statement.place)})`
  }
}

/** `(*_1)`, `(_2.0: i32)`, `_3[_4]`. */
function placeText({ locals }: Pick<MirBody, 'locals'>, { local, projection }: Place): string {
  let text = `_${local}`
  let type = known(locals[local]!.type)
  for (const part of projection) {
    type = typeOfPart(type, part)
    if (part.kind === 'deref') text = `(*${text})`
    else if (part.kind === 'downcast') text = `(${text} as ${part.name})`
    else if (part.kind === 'field') text = `(${text}.${part.index}: ${typeText(type)})`
    else text = `${text}[${sequencePart(part)}]`
  }
  return text
}

/** `_2`, `0 of 3`, `-1 of 3`, `1:-1`. */
function sequencePart(part: Exclude<Projection, { kind: 'deref' | 'downcast' | 'field' }>): string {
  if (part.kind === 'element') return `${part.counted.index} of ${part.counted.least}`
  if (part.kind === 'subslice') return `${part.from}:${part.to === 0 ? '' : -part.to}`
  return part.fromEnd ? `-${part.fromEnd.index} of ${part.fromEnd.least}` : `_${part.local}`
}

function rvalueText(body: MirBody, value: Rvalue): string {
  const operand = (each: Operand) => operandText(body, each)
  switch (value.kind) {
    case 'use':
      return operand(value.operand)
    case 'repeat':
      return `[${operand(value.operand)}; ${value.count}]`
    case 'ref':
      return `&${value.borrow === 'shared' ? '' : value.borrow === 'two-phase' ? 'mut ' : 'mut '}${placeText(body, value.place)}`
    case 'raw':
      return `&raw ${value.mutable ? 'mut' : 'const'} ${placeText(body, value.place)}`
    case 'discriminant':
      return `discriminant(${placeText(body, value.place)})`
    case 'length':
      return lengthText(body, value.place)
    case 'binary':
      return `${value.operator}${value.isChecked ? 'WithOverflow' : ''}(${operand(value.left)}, ${operand(value.right)})`
    case 'unary':
      return `${value.operator}(${operand(value.operand)})`
    case 'cast':
      return `${operand(value.operand)} as ${typeText(value.type)} (${value.how})`
    case 'aggregate':
      return aggregateText(value, value.operands.map(operand))
  }
}

function lengthText(body: MirBody, { local, projection }: Place): string {
  const pointer = { local, projection: projection.slice(0, -1) }
  return `PtrMetadata(copy ${placeText(body, pointer)})`
}

function aggregateText(
  { type, variant }: Rvalue & { kind: 'aggregate' },
  operands: readonly string[],
): string {
  const found = known(type)
  if (found.kind === 'enum') return variantText(found, variant ?? 0, operands)
  if (found.kind === 'array') return `[${operands.join(', ')}]`
  if (found.kind !== 'struct') return `(${operands.join(', ')}${operands.length === 1 ? ',' : ''})`
  const fields = found.fields.map(({ name }, index) => `${name}: ${operands[index]}`)
  return fields.length === 0 ? found.item.name.text : `${found.item.name.text} { ${fields.join(', ')} }`
}

/** `Option::<i32>::Some(const 1_i32)`, `Shape::Square { side: move _2 }` */
function variantText(type: EnumType, variant: number, operands: readonly string[]): string {
  const { item, fields } = type.variants[variant]!
  const given = type.arguments.length > 0 ? `::<${type.arguments.map(typeText).join(', ')}>` : ''
  const path = `${type.item.name.text}${given}::${item.name.text}`
  if (item.shape === 'unit') return path
  if (item.shape === 'tuple') return `${path}(${operands.join(', ')})`
  return `${path} { ${fields.map(({ name }, index) => `${name}: ${operands[index]}`).join(', ')} }`
}

function operandText(body: MirBody, operand: Operand): string {
  if (operand.kind !== 'constant') return `${operand.kind} ${placeText(body, operand.place)}`
  const { constant, type } = operand
  switch (constant.kind) {
    case 'value':
      return `const ${valueText(constant.value, type)}`
    case 'item':
      return `const ${constant.item.name.text}`
    case 'text':
      return `const ${JSON.stringify(constant.text)}`
    case 'function':
      return constant.callee.label
    case 'promoted':
      return `const ${body.label}::promoted: ${typeText(type)}`
    case 'static':
      return `const {${constant.item.name.text}: ${typeText(type)}}`
  }
}

function valueText(value: Value, type: Type): string {
  const found = known(type)
  if (typeof value === 'object' && 'text' in value) return JSON.stringify(value.text)
  if (typeof value !== 'bigint') return isUnit(found) ? '()' : '{…}'
  if (found.kind === 'bool') return value === 1n ? 'true' : 'false'
  if (found.kind === 'char') return `'${String.fromCodePoint(Number(value))}'`
  if (found.kind === 'float') return `${floatText(floatOfBits(value, found.name))}${found.name}`
  return `${value}_${typeText(found)}`
}

/** As rustc prints it: `1f64`, `-0.5f32`. */
function floatText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function terminatorText(body: MirBody, terminator: Terminator): string {
  const operand = (each: Operand) => operandText(body, each)
  switch (terminator.kind) {
    case 'goto':
      return `goto -> bb${terminator.target}`
    case 'switch': {
      const targets = terminator.targets.map(([value, target]) => `${value}: bb${target}`)
      return `switchInt(${operand(terminator.operand)}) -> [${[...targets, `otherwise: bb${terminator.otherwise}`].join(', ')}]`
    }
    case 'return':
    case 'unreachable':
      return terminator.kind
    case 'drop':
      return `drop(${placeText(body, terminator.place)}) -> bb${terminator.target}`
    case 'call': {
      const call = `${placeText(body, terminator.destination)} = ${calleeText(terminator.callee)}(${terminator.arguments.map(operand).join(', ')})`
      return `${call} -> ${terminator.target === undefined ? 'unwind' : `bb${terminator.target}`}`
    }
    case 'assert': {
      const condition = `${terminator.expected ? '' : '!'}${operand(terminator.operand)}`
      const operands = terminator.message.operands.map(operand)
      return `assert(${[condition, JSON.stringify(messageText(terminator.message)), ...operands].join(', ')}) -> bb${terminator.target}`
    }
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  Add: '+',
  Sub: '-',
  Mul: '*',
  Div: '/',
  Rem: '%',
  Shl: '<<',
  Shr: '>>',
}

function messageText(message: AssertMessage): string {
  switch (message.kind) {
    case 'overflow':
      return message.operator === 'Shl' || message.operator === 'Shr'
        ? `attempt to shift ${message.operator === 'Shl' ? 'left' : 'right'} by \`{}\`, which would overflow`
        : `attempt to compute \`{} ${SIGNS[message.operator]} {}\`, which would overflow`
    case 'negation':
      return 'attempt to negate `{}`, which would overflow'
    case 'division':
      return 'attempt to divide `{}` by zero'
    case 'remainder':
      return 'attempt to calculate the remainder of `{}` with a divisor of zero'
    case 'bounds':
      return 'index out of bounds: the length is {} but the index is {}'
  }
}

const TRAITS: Readonly<Record<string, string>> = {
  eq: 'PartialEq',
  ne: 'PartialEq',
  lt: 'PartialOrd',
  le: 'PartialOrd',
  gt: 'PartialOrd',
  ge: 'PartialOrd',
  forward: 'Step',
  index: 'Index',
  index_mut: 'IndexMut',
}

function calleeText(callee: Callee): string {
  if (callee.kind === 'function') return callee.label
  if (callee.kind === 'pointer') return 'move'
  if (callee.kind === 'virtual')
    return `<${typeText(callee.of)} as ${callee.of.trait.name.text}>::${callee.name}`
  if (callee.kind === 'format')
    return `${callee.macro}!<${JSON.stringify(callee.pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.form && `:${piece.form}`}}`)).join(''))}>`
  const { name, of, range } = callee
  if (range) {
    const dots = `${range.hasStart ? '_' : ''}..${range.isInclusive ? '=' : ''}${range.hasEnd ? '_' : ''}`
    return `<${typeText(of)} as ${TRAITS[name]}<${dots}>>::${name}`
  }
  const trait = TRAITS[name]
  return trait ? `<${typeText(of)} as ${trait}>::${name}` : name
}
