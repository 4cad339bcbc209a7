/** What is said of values that are lent, moved, or outlived: in rustc's words where it has some, then in terms of memory. */
import type { Message } from '../messages.ts'

const GONE =
  'The bytes are given back there, and something else comes to lie in them, while the reference still leads to them.'

const named = (name: string | undefined) => (name === undefined ? 'value' : `\`${name}\``)

export const borrowMessages = {
  secondMutable: (name: string | undefined): Message => ({
    message: `cannot borrow ${named(name)} as mutable more than once at a time`,
    code: 'E0499',
    help: 'Of two `&mut` to the same bytes, one would change what the other counts on. Use the first for the last time before you take the second, or take references to different parts.',
  }),
  mutableAndShared: (name: string | undefined, isMutableNow: boolean): Message => ({
    message: `cannot borrow ${named(name)} as ${isMutableNow ? 'mutable because it is also borrowed as immutable' : 'immutable because it is also borrowed as mutable'}`,
    code: 'E0502',
    help: isMutableNow
      ? 'Who has a `&` may count on the bytes to stay as they are. Use it for the last time before you take a `&mut`, or copy what you need of it first.'
      : 'Who has a `&mut` may change the bytes at any time. Use it for the last time before you look at them.',
  }),
  usedWhileLent: (name: string | undefined): Message => ({
    message: `cannot use ${named(name)} because it was mutably borrowed`,
    code: 'E0503',
    help: 'As long as a `&mut` to it is needed, only what goes through that reference may read or change the bytes. Go through it, or wait until after its last use.',
  }),
  movedWhileLent: (name: string | undefined): Message => ({
    message: `cannot move out of ${named(name)} because it is borrowed`,
    code: 'E0505',
    help: 'The value would go somewhere else, or be given back, while a reference still leads to where it was. Move it after the last use of the reference.',
  }),
  assignedWhileLent: (name: string | undefined): Message => ({
    message: `cannot assign to ${named(name)} because it is borrowed`,
    code: 'E0506',
    help: 'Other bytes would stand behind a reference that is still needed. Assign after its last use, or copy the value instead of borrowing it.',
  }),
  diesTooSoon: (name: string): Message => ({
    message: `\`${name}\` does not live long enough`,
    code: 'E0597',
    help: `${GONE} Declare it further out, before what refers to it.`,
  }),
  temporaryDies: {
    message: 'temporary value dropped while borrowed',
    code: 'E0716',
    help: `The value has no name, so its bytes are given back at the end of its statement, and the reference would still lead to them. Give it a name with \`let\`.`,
  },
  returnsOwn: (what: string): Message => ({
    message: `cannot return ${what}`,
    code: 'E0515',
    help: 'Its bytes are given back when the function ends, and the reference would lead to whatever comes to lie there next. Return the value itself.',
  }),
  mayDieTooSoon: {
    message: 'lifetime may not live long enough',
    help: 'What is given back may be gone before the caller has done with it. Give both the same lifetime, or give back what lives as long as is promised.',
  },
  needsLifetime: (parameter: string, lifetime: string): Message => ({
    message: `explicit lifetime required in the type of \`${parameter}\``,
    code: 'E0621',
    help: `Nothing says how long what \`${parameter}\` refers to lives. Write \`&${lifetime}\` in its type.`,
  }),
  closureOutlives: (name: string): Message => ({
    message: `closure may outlive the current function, but it borrows \`${name}\`, which is owned by the current function`,
    code: 'E0373',
    help: 'The closure holds a reference to bytes that are given back when the function ends. Write `move` before the bars: then the value itself goes into the closure.',
  }),
  escapesClosure: {
    message: 'borrowed data escapes outside of closure',
    code: 'E0521',
    help: 'It is only lent to the closure, for as long as the call takes; here it would be kept for longer.',
  },
  escapes: {
    message: 'borrowed data escapes outside of function',
    code: 'E0521',
    help: 'It is only lent to this function, for as long as the call takes; here it would be kept for longer.',
  },
  moved: (name: string, isBorrow: boolean, isPartial: boolean): Message => ({
    message: `${isBorrow ? 'borrow' : 'use'} of ${isPartial ? 'partially ' : ''}moved value: \`${name}\``,
    code: 'E0382',
    help: 'Its value went elsewhere, and belongs there now. Use it before, or lend it with `&`.',
  }),
  assignedToMoved: (name: string): Message => ({
    message: `assign to part of moved value: \`${name}\``,
    code: 'E0382',
    help: 'Its value went elsewhere. Give it a whole new one first.',
  }),
  partlyAssigned: (name: string): Message => ({
    message: `partially assigned binding \`${name}\` isn't fully initialized`,
    code: 'E0381',
    help: 'A part of it cannot be given a value before the whole has one: write it with all its fields.',
  }),
} as const

/** What a place has to do with a mistake. */
export const labels = {
  lent: (name: string | undefined, isMutable: boolean) =>
    `${name === undefined ? 'it' : `\`${name}\``} is lent ${isMutable ? 'with `&mut` ' : ''}here`,
  needed: (isAround: boolean) =>
    isAround
      ? 'and the reference is still needed here, in the next round of the loop'
      : 'and the reference is still needed here',
  ends: (name: string | undefined) => `${name === undefined ? 'the value' : `\`${name}\``} ends here`,
  returned: 'and the reference is given back here',
  annotated: 'this type asks for more',
  passed: 'and the call asks for something that lives longer',
  kept: 'and it is kept here',
  moved: (isAround: boolean) => (isAround ? 'it moves away here, in the round before' : 'it moves away here'),
  declared: (name: string) => `\`${name}\` is declared here`,
} as const
