/** How facts are written: what is read, what is printed, and what is said of what is neither. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AddressExpression } from '#engine/machine/access/address-expression.ts'
import type { Fact, PlaceStep, Subject } from '#engine/facts/fact.ts'
import { describeMisreading } from '#engine/facts/misreading.ts'
import { parseFact, parseSubject } from '#engine/facts/parse-fact.ts'
import { printFact } from '#engine/facts/print-fact.ts'
import { thingOf } from '#engine/facts/thing-of.ts'
import { isReserved, rowOf, SUBJECTS, type Parameter, type SubjectKind } from '#engine/facts/vocabulary.ts'

const KINDS = Object.keys(SUBJECTS) as SubjectKind[]
const parsed = (text: string): Fact => {
  const result = parseFact(text)
  if (!result.ok) throw result.misreading
  return result.fact
}

/** Names of all sorts: plain, of the vocabulary, of other alphabets, raw. */
const identifier = fc.oneof(
  fc.constantFrom(...KINDS, 'after', 'rax', 'rsp', 'constructor', '__proto__', 'toString'),
  fc.stringMatching(/^[a-z_][a-z0-9_]{0,6}$/),
  fc.stringMatching(/^[\p{XID_Start}]\p{XID_Continue}{0,3}$/u),
  fc.constantFrom('r#type', 'r#flags', 'größe', '变量', 'ж'),
)
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const address: fc.Arbitrary<AddressExpression> = fc
  .array(
    fc.record({
      sign: fc.constantFrom<1 | -1>(1, -1),
      term: fc.oneof(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => ({ kind: 'number' as const, value })),
        fc.constantFrom('rax', 'rsp', 'RBP', 'rip').map((text) => ({ kind: 'register' as const, text })),
        identifier.map((text) => ({ kind: 'symbol' as const, text })),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((terms) => ({
    terms: terms.map(({ sign, term }) => ({
      sign,
      text: String('value' in term && term.value),
      value: 0n,
      ...term,
    })),
  }))

const step: fc.Arbitrary<PlaceStep> = fc.oneof(
  fc.oneof(identifier, fc.nat().map(String)).map((name) => ({ kind: 'field' as const, name })),
  count.map((index) => ({ kind: 'element' as const, index })),
  fc.constant({ kind: 'target' as const }),
)

const subject: fc.Arbitrary<Subject> = fc.letrec<{ subject: Subject; addressed: Subject }>((tie) => {
  const drawn: Record<Parameter, fc.Arbitrary<unknown>> = {
    address,
    number: fc.bigInt({ min: 0n, max: 2n ** 64n }),
    count,
    'count?': fc.option(count, { nil: undefined }),
    name: fc.oneof(identifier, fc.string()),
    'name?': fc.option(fc.oneof(identifier, fc.string()), { nil: undefined }),
    variable: fc
      .tuple(
        fc.oneof(
          identifier.map((name) => ({ name })),
          fc.record({ function: identifier, name: identifier }),
          fc.record({ function: identifier, call: count, name: identifier }),
        ),
        fc.array(step, { maxLength: 3 }),
      )
      .map(([variable, path]) => (path.length === 0 ? variable : { ...variable, path })),
    subject: tie('addressed'),
  }
  const ofKind = (kind: SubjectKind) =>
    fc
      .tuple(...rowOf(kind).takes.map((taken) => drawn[taken]))
      .map((parameters) => ({ kind, parameters }) as unknown as Subject)
  return {
    addressed: fc.oneof(...(['variable', 'access', 'address'] as const).map(ofKind)),
    subject: fc.oneof(...KINDS.map(ofKind)),
  }
}).subject

const anyFact: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.option(
      fc.oneof(
        count.map((step) => ({ kind: 'step' as const, step })),
        fc.string().map((text) => ({ kind: 'instruction' as const, text })),
      ),
      { nil: undefined },
    ),
    subject,
    fc.nat(),
  )
  .map(([moment, about, which]) => {
    const names = Object.keys(rowOf(about.kind).asks)
    const asked = { subject: about, property: names[which % names.length]! }
    return moment === undefined ? asked : { moment, ...asked }
  })

test('whatever is printed reads back as the same', () => {
  fc.assert(
    fc.property(anyFact, (fact) => {
      expect(parsed(printFact(fact))).toEqual(fact)
    }),
    { numRuns: 2000 },
  )
})

test('whatever is written is read, or refused at some of its characters', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          ...['x', 'flags', 'after', 'walk', '.', '(', ')', '::', '3', '"', ',', ' ', '-', 'page'],
          ...['[', ']', '(*', 'value'],
        ),
      )
      .map((words) => words.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const result = parseFact(written)
      if (result.ok) {
        expect(parsed(printFact(result.fact))).toEqual(result.fact)
        return
      }
      const { from, to, message, help } = describeMisreading(written, result.misreading)
      expect([from <= to, to <= written.length, message.length > 0, help === undefined]).toEqual([
        true,
        true,
        true,
        false,
      ])
    }),
    { numRuns: 2000 },
  )
})

describe('a variable', () => {
  test.each(KINDS.filter(isReserved))('called %s is its own, and so is the vocabulary’s', (name) => {
    expect(printFact(parsed(`variable(${name}).offset`))).toBe(`variable(${name}).offset`)
    expect(parsed(`main::${name}.offset`).subject).toEqual({
      kind: 'variable',
      parameters: [{ function: 'main', name }],
    })
    expect(parseFact(`${name}.virtualAddress`).ok).toBe(false)
  })

  test.each(KINDS.filter((kind) => !isReserved(kind)))('called %s needs no mark', (name) => {
    expect(parsed(`${name}.offset`)).toEqual(parsed(`variable(${name}).offset`))
    expect(printFact(parsed(`variable(${name}).offset`))).toBe(`${name}.offset`)
  })

  test('called like a register is told from it in an address', () => {
    expect(printFact(parsed('memory(variable(rax) + 1)'))).toBe('memory(variable(rax) + 1)')
    expect(parsed('memory(rax)')).not.toEqual(parsed('memory(variable(rax))'))
  })
})

test.each([
  ['x.colour', 'colour', /no “colour” of x/],
  ['registers.xyz', 'xyz', /no “xyz” of registers/],
  ['flags.offset', 'offset', /variable\(flags\)/],
  ['x', '', /What is asked of x\?/],
  ['attic(x).start', 'attic', /called attic/],
  ['address(rbp -).page', ')', /should stand, not “\)”/],
  ['memory(rbp', '', /not the end/],
  ['after(soon).x.value', 'soon', /a number/],
  ['before(3).x.value', '3', /an instruction in quotes/],
  ['page(0xyz).frame', '0xyz', /a number/],
  ['root.offset', 'offset', /fact by itself/],
  ['region(stack).walk(pml4).index', '.', /walked/],
  ['x.value y', 'y', /the end should stand, not “y”/],
  ['after(9007199254740993).root', '9007199254740993', /a smaller number/],
  ['x.', '', /What is asked of x/],
  ['', '', /not the end/],
  ['p.x.colour', 'colour', /no “colour” of p\.x/],
  ['a[2]', '', /What is asked of a\[2\]\?/],
  ['a[x].value', 'x', /a number/],
  ['(*p.x', '', /not the end/],
  ['(x).value', 'x', /“\*”/],
])('%j is refused where it is wrong', (written, span, says) => {
  const result = parseFact(written)
  if (result.ok) throw new Error('it was read')
  const { from, to, message, help } = describeMisreading(written, result.misreading)
  expect(written.slice(from, to)).toBe(span)
  expect(`${message} ${help}`).toMatch(says)
})

test('spaces make no difference, nor does how a number is written', () => {
  expect(printFact(parsed('before("leave").root'))).toBe('before("leave").root')
  expect(printFact(parsed(" after( 'sub rsp, 8' ) . memory( 0x7fff_0000-0b1 ,4 ) "))).toBe(
    'after("sub rsp, 8").memory(0x7FFF0000 - 1, 4)',
  )
})

test('a subject alone is read too', () => {
  expect(parseSubject('address(rbp - 1)')).toMatchObject({ ok: true, subject: { kind: 'address' } })
  // Nothing is asked: it is a field.
  expect(parseSubject('x.offset')).toMatchObject({
    subject: { parameters: [{ name: 'x', path: [{ kind: 'field', name: 'offset' }] }] },
  })
  expect(parseSubject('x.offset y')).toMatchObject({ ok: false })
})

describe('the thing that a value is of', () => {
  const page = { kind: 'virtual', start: 0x7fff007fe000n, byteCount: 4096 }
  test.each([
    ['x.value', '42', { kind: 'variable', name: 'x' }],
    ['p.x.value', '42', { kind: 'variable', name: 'p.x' }],
    ['(*v)[2].offset', '4', { kind: 'variable', name: '(*v)[2]' }],
    ['p.x.virtualAddress', '0x10', { kind: 'virtual', start: 16n, byteCount: 1 }],
    ['variable(flags).offset', '-1', { kind: 'variable', name: 'flags' }],
    ['page.value', '1', { kind: 'variable', name: 'page' }],
    ['flags.zf', '0', undefined],
    ['registers.rsp', '0x10', { kind: 'register', name: 'rsp' }],
    ['x.virtualAddress', '0x10', { kind: 'virtual', start: 16n, byteCount: 1 }],
    ['x.page', '0x7FFF007FE', page],
    ['page(0x7FFF007FE).flags', 'RW', page],
    ['page(0x7FFF007FE).frame', '0x5', { kind: 'physical', start: 0x5000n, byteCount: 4096 }],
    ['x.frameBase', '0x5000', { kind: 'physical', start: 0x5000n, byteCount: 4096 }],
    ['root', '0x1000', { kind: 'physical', start: 0x1000n, byteCount: 4096 }],
    ['access(0).walk(pml4).entryAddress', '0x17F8', { kind: 'physical', start: 0x17f8n, byteCount: 8 }],
    ['byte(0x5FFF)', '2a', { kind: 'physical', start: 0x5fffn, byteCount: 1 }],
    ['byte(y)', '2a', undefined],
    ['memory(0x10, 24)', '00', { kind: 'virtual', start: 16n, byteCount: 24 }],
    ['memory32(0x10)', '0x0', { kind: 'virtual', start: 16n, byteCount: 4 }],
    ['entry(0x10)', '0x0', { kind: 'physical', start: 16n, byteCount: 8 }],
    ['instruction(3).text', 'nop', undefined],
    ['instruction(3).address', '0x10', { kind: 'virtual', start: 16n, byteCount: 1 }],
    ['region(stack).end', '0x10', undefined],
    ['after(3).registers.rsp', '0x10', undefined],
  ])('%s', (fact, value, thing) => expect(thingOf(parsed(fact), value)).toEqual(thing))
})
