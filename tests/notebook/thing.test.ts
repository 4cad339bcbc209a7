import { expect, test } from 'vitest'
import { overlaps, parseThings, thingText, type Thing } from '#notebook/shared/thing.ts'

const THINGS: readonly Thing[] = [
  { kind: 'variable', name: 'x' },
  { kind: 'register', name: 'rbp' },
  { kind: 'source', from: 12, to: 17 },
  { kind: 'virtual', start: 0x7fff007feffbn, byteCount: 4 },
  { kind: 'physical', start: 0x5ffbn, byteCount: 4096 },
]

test('a thing reads back from its text', () => {
  expect(parseThings(THINGS.map(thingText).join(' '))).toEqual(THINGS)
})

test('what names no thing is left out', () => {
  expect(parseThings('variable:y virtual:12+4 page:3 source:9 virtual: : physical:0xg+1')).toEqual([
    { kind: 'variable', name: 'y' },
  ])
})

test('things overlap where they have a byte or a character in common', () => {
  const page: Thing = { kind: 'virtual', start: 0x1000n, byteCount: 4096 }
  const byte = (start: bigint): Thing => ({ kind: 'virtual', start, byteCount: 1 })
  expect([0xfffn, 0x1000n, 0x1fffn, 0x2000n].map((at) => overlaps(page, byte(at)))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(overlaps(page, { kind: 'physical', start: 0x1000n, byteCount: 1 })).toBe(false)
  for (const one of THINGS) for (const other of THINGS) expect(overlaps(one, other)).toBe(one === other)
})

test('a variable overlaps with its parts, not with what begins like it or lies behind it', () => {
  const named = (name: string): Thing => ({ kind: 'variable', name })
  const whole = named('p')
  expect(
    ['p', 'p.x', 'p[2]', 'p.x.y', 'px', '(*p)', 'q.p'].map((name) => overlaps(named(name), whole)),
  ).toEqual([true, true, true, true, false, false, false])
  expect(overlaps(named('p.x'), named('p.y'))).toBe(false)
  expect(overlaps(named('(*p).x'), named('(*p)'))).toBe(true)
})
