/* eslint-disable */
/* Written by `npm run generate` from the rows of the instruction table (see emitter.ts). Not to be edited. */
import { FLAGS_WORD, RIP_WORD } from '../words.ts'
import { parity } from './loop-arithmetic.ts'
import { APART } from './loops.generated.ts'
import type { LoopState } from './loop-state.ts'

// prettier-ignore
export function runPlain(state: LoopState, steps: number): number {
const { journal, words, bytes, view, tagLow, tagHigh, base, entryAt, entryRecord, general } = state
let { code, record: p, ripHigh } = state
let flags = words[journal.registersAt + FLAGS_WORD]!
let low = 0, high = 0, at = 0, target = 0, link = 0, chunk = steps, left = steps
for (; left > 0; left--) {
let operation = code[p]!
const memory = code[p + 5]!
if (memory !== -1) {
const baseWord = code[p + 7]!
const displacement = code[p + 10]!
low = (words[baseWord]! + displacement) | 0
high = (words[baseWord + 1]! + code[p + 11]! + ((low >>> 0) < (displacement >>> 0) ? 1 : 0)) | 0
const indexWord = code[p + 8]!
if (indexWord >= 0) {
const scale = code[p + 9]!
const index = words[indexWord]!
const scaled = index << scale
const scaledHigh = (words[indexWord + 1]! << scale) | ((index >>> 1) >>> (31 - scale))
low = (low + scaled) | 0
high = (high + scaledHigh + ((low >>> 0) < (scaled >>> 0) ? 1 : 0)) | 0
}
if (memory >= 0) {
const slot = memory + ((low >>> 12) & 255)
if (tagLow[slot] === ((low + code[p + 6]!) & -4096) && tagHigh[slot] === high) {
at = base[slot]! + (low & 4095)
} else {
at = state.resolve(low, high, memory, code[p + 6]!)
if (at < 0) operation = 0
}
}
}
switch (operation) {
case 1:
left++
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
case 2:
state.reached()
chunk -= left
left = 1
continue
case 3: { // mov register8, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = code[p + 3]!
bytes[t2] = t1
p += 16
continue
}
case 4: { // mov memory8, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
bytes[at] = t1
p += 16
continue
}
case 5: { // mov register32, register32
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = code[p + 3]!
words[t2] = t1
words[t2 + 1] = 0
p += 16
continue
}
case 6: { // mov memory32, register32
const t0 = code[p + 4]!
const t1 = words[t0]!
view.setInt32(at, t1, true)
p += 16
continue
}
case 7: { // mov register64, register64
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 3]!
words[t3] = t1
words[t3 + 1] = t2
p += 16
continue
}
case 8: { // mov memory64, register64
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
view.setInt32(at, t1, true)
view.setInt32(at + 4, t2, true)
p += 16
continue
}
case 9: { // mov register8, memory8
const t0 = bytes[at]!
const t1 = code[p + 3]!
bytes[t1] = t0
p += 16
continue
}
case 10: { // mov register32, memory32
const t0 = view.getInt32(at, true)
const t1 = code[p + 3]!
words[t1] = t0
words[t1 + 1] = 0
p += 16
continue
}
case 11: { // mov register64, memory64
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = code[p + 3]!
words[t2] = t0
words[t2 + 1] = t1
p += 16
continue
}
case 12: { // mov register8, number8
const t0 = (code[p + 12]!) & 255
const t1 = code[p + 3]!
bytes[t1] = t0
p += 16
continue
}
case 13: { // mov register32, number32
const t0 = code[p + 12]!
const t1 = code[p + 3]!
words[t1] = t0
words[t1 + 1] = 0
p += 16
continue
}
case 14: { // mov register64, number32
const t0 = code[p + 12]!
const t1 = code[p + 13]!
const t2 = code[p + 3]!
words[t2] = t0
words[t2 + 1] = t1
p += 16
continue
}
case 15: { // mov memory64, number32
const t0 = code[p + 12]!
const t1 = code[p + 13]!
view.setInt32(at, t0, true)
view.setInt32(at + 4, t1, true)
p += 16
continue
}
case 16: { // mov memory8, number8
const t0 = (code[p + 12]!) & 255
bytes[at] = t0
p += 16
continue
}
case 17: { // mov memory32, number32
const t0 = code[p + 12]!
view.setInt32(at, t0, true)
p += 16
continue
}
case 18: { // movzx register32, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = code[p + 3]!
words[t2] = t1
words[t2 + 1] = 0
p += 16
continue
}
case 19: { // movzx register32, memory8
const t0 = bytes[at]!
const t1 = code[p + 3]!
words[t1] = t0
words[t1 + 1] = 0
p += 16
continue
}
case 20: { // movsxd register64, register32
const t0 = code[p + 4]!
const t1 = words[t0]!
const t2 = t1 >> 31
const t3 = code[p + 3]!
words[t3] = t1
words[t3 + 1] = t2
p += 16
continue
}
case 21: { // movsxd register64, memory32
const t0 = view.getInt32(at, true)
const t1 = t0 >> 31
const t2 = code[p + 3]!
words[t2] = t0
words[t2 + 1] = t1
p += 16
continue
}
case 22: { // movsx register32, register8
const t0 = code[p + 4]!
const t1 = bytes[t0]!
const t2 = (t1 << 24) >> 24
const t3 = code[p + 3]!
words[t3] = t2
words[t3 + 1] = 0
p += 16
continue
}
case 23: { // movsx register32, memory8
const t0 = bytes[at]!
const t1 = (t0 << 24) >> 24
const t2 = code[p + 3]!
words[t2] = t1
words[t2 + 1] = 0
p += 16
continue
}
case 24: { // lea register64, memory64
const t0 = code[p + 3]!
words[t0] = low
words[t0 + 1] = high
p += 16
continue
}
case 25: { // add register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 + t3) | 0
flags = (flags & -2262) | (((t1 & t3) | ((t1 | t3) & ~t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t4) & (t3 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
words[t5] = t4
words[t5 + 1] = 0
p += 16
continue
}
case 26: { // add memory32, register32
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 + t2) | 0
flags = (flags & -2262) | (((t0 & t2) | ((t0 | t2) & ~t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
view.setInt32(at, t3, true)
p += 16
continue
}
case 27: { // add register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 + t4) | 0
const t7 = (t2 + t5 + ((t6 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((t2 & t5) | ((t2 | t5) & ~t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t7) & (t5 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
words[t9] = t6
words[t9 + 1] = t7
p += 16
continue
}
case 28: { // add register32, memory32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 + t2) | 0
flags = (flags & -2262) | (((t1 & t2) | ((t1 | t2) & ~t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
words[t4] = t3
words[t4 + 1] = 0
p += 16
continue
}
case 29: { // add register64, memory64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 + t3) | 0
const t6 = (t2 + t4 + ((t5 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t2 & t4) | ((t2 | t4) & ~t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
words[t8] = t5
words[t8 + 1] = t6
p += 16
continue
}
case 30: { // add register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 + t2) | 0
flags = (flags & -2262) | (((t1 & t2) | ((t1 | t2) & ~t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t3) & (t2 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
words[t4] = t3
words[t4 + 1] = 0
p += 16
continue
}
case 31: { // add memory32, number8
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 + t1) | 0
flags = (flags & -2262) | (((t0 & t1) | ((t0 | t1) & ~t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t2) & (t1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
view.setInt32(at, t2, true)
p += 16
continue
}
case 32: { // add register64, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 + t3) | 0
const t6 = (t2 + t4 + ((t5 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((t2 & t4) | ((t2 | t4) & ~t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t6) & (t4 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
words[t8] = t5
words[t8 + 1] = t6
p += 16
continue
}
case 33: { // sub register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 - t3) | 0
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
words[t5] = t4
words[t5 + 1] = 0
p += 16
continue
}
case 34: { // sub memory32, register32
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 - t2) | 0
flags = (flags & -2262) | (((~t0 & t2) | ((~t0 | t2) & t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
view.setInt32(at, t3, true)
p += 16
continue
}
case 35: { // sub register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 - t4) | 0
const t7 = (t2 - t5 - ((t1 >>> 0) < (t4 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((~t2 & t5) | ((~t2 | t5) & t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t5) & (t2 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
const t9 = code[p + 3]!
words[t9] = t6
words[t9 + 1] = t7
p += 16
continue
}
case 36: { // sub register32, memory32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
words[t4] = t3
words[t4 + 1] = 0
p += 16
continue
}
case 37: { // sub register64, memory64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
words[t8] = t5
words[t8 + 1] = t6
p += 16
continue
}
case 38: { // sub register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
words[t4] = t3
words[t4 + 1] = 0
p += 16
continue
}
case 39: { // sub memory32, number8
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 - t1) | 0
flags = (flags & -2262) | (((~t0 & t1) | ((~t0 | t1) & t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
view.setInt32(at, t2, true)
p += 16
continue
}
case 40: { // sub register64, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
const t8 = code[p + 3]!
words[t8] = t5
words[t8 + 1] = t6
p += 16
continue
}
case 41: { // cmp register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = (t1 - t3) | 0
flags = (flags & -2262) | (((~t1 & t3) | ((~t1 | t3) & t4)) >>> 31) | ((t1 ^ t3 ^ t4) & 16) | ((((t1 ^ t3) & (t1 ^ t4)) >>> 20) & 2048) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
p += 16
continue
}
case 42: { // cmp memory32, register32
const t0 = view.getInt32(at, true)
const t1 = code[p + 4]!
const t2 = words[t1]!
const t3 = (t0 - t2) | 0
flags = (flags & -2262) | (((~t0 & t2) | ((~t0 | t2) & t3)) >>> 31) | ((t0 ^ t2 ^ t3) & 16) | ((((t0 ^ t2) & (t0 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
continue
}
case 43: { // cmp register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = (t1 - t4) | 0
const t7 = (t2 - t5 - ((t1 >>> 0) < (t4 >>> 0) ? 1 : 0)) | 0
const t8 = t6 | t7
flags = (flags & -2262) | (((~t2 & t5) | ((~t2 | t5) & t7)) >>> 31) | ((t1 ^ t4 ^ t6) & 16) | ((((t2 ^ t5) & (t2 ^ t7)) >>> 20) & 2048) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
p += 16
continue
}
case 44: { // cmp register32, memory32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = view.getInt32(at, true)
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
continue
}
case 45: { // cmp register64, memory64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = view.getInt32(at, true)
const t4 = view.getInt32(at + 4, true)
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
continue
}
case 46: { // cmp register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = (t1 - t2) | 0
flags = (flags & -2262) | (((~t1 & t2) | ((~t1 | t2) & t3)) >>> 31) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
p += 16
continue
}
case 47: { // cmp memory32, number8
const t0 = view.getInt32(at, true)
const t1 = code[p + 12]!
const t2 = (t0 - t1) | 0
flags = (flags & -2262) | (((~t0 & t1) | ((~t0 | t1) & t2)) >>> 31) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
p += 16
continue
}
case 48: { // cmp register64, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 12]!
const t4 = code[p + 13]!
const t5 = (t1 - t3) | 0
const t6 = (t2 - t4 - ((t1 >>> 0) < (t3 >>> 0) ? 1 : 0)) | 0
const t7 = t5 | t6
flags = (flags & -2262) | (((~t2 & t4) | ((~t2 | t4) & t6)) >>> 31) | ((t1 ^ t3 ^ t5) & 16) | ((((t2 ^ t4) & (t2 ^ t6)) >>> 20) & 2048) | parity[t5 & 255]! | (((~t7 & (t7 - 1)) >>> 25) & 64) | ((t6 >>> 24) & 128)
p += 16
continue
}
case 49: { // cmp register8, number8
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = (code[p + 12]!) & 255
const t3 = (t1 - t2) & 255
flags = (flags & -2262) | ((((~t1 & t2) | ((~t1 | t2) & t3)) >>> 7) & 1) | ((t1 ^ t2 ^ t3) & 16) | ((((t1 ^ t2) & (t1 ^ t3)) << 4) & 2048) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | (t3 & 128)
p += 16
continue
}
case 50: { // cmp memory8, number8
const t0 = bytes[at]!
const t1 = (code[p + 12]!) & 255
const t2 = (t0 - t1) & 255
flags = (flags & -2262) | ((((~t0 & t1) | ((~t0 | t1) & t2)) >>> 7) & 1) | ((t0 ^ t1 ^ t2) & 16) | ((((t0 ^ t1) & (t0 ^ t2)) << 4) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | (t2 & 128)
p += 16
continue
}
case 51: { // inc register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = (t1 + 1) | 0
flags = (flags & -2261) | ((t1 ^ 1 ^ t2) & 16) | ((((t1 ^ t2) & (1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = code[p + 3]!
words[t3] = t2
words[t3 + 1] = 0
p += 16
continue
}
case 52: { // inc memory32
const t0 = view.getInt32(at, true)
const t1 = (t0 + 1) | 0
flags = (flags & -2261) | ((t0 ^ 1 ^ t1) & 16) | ((((t0 ^ t1) & (1 ^ t1)) >>> 20) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | ((t1 >>> 24) & 128)
view.setInt32(at, t1, true)
p += 16
continue
}
case 53: { // inc register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = (t1 + 1) | 0
const t4 = (t2 + 0 + ((t3 >>> 0) < (t1 >>> 0) ? 1 : 0)) | 0
const t5 = t3 | t4
flags = (flags & -2261) | ((t1 ^ 1 ^ t3) & 16) | ((((t2 ^ t4) & (0 ^ t4)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = code[p + 3]!
words[t6] = t3
words[t6 + 1] = t4
p += 16
continue
}
case 54: { // dec register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = (t1 - 1) | 0
flags = (flags & -2261) | ((t1 ^ 1 ^ t2) & 16) | ((((t1 ^ 1) & (t1 ^ t2)) >>> 20) & 2048) | parity[t2 & 255]! | (((~t2 & (t2 - 1)) >>> 25) & 64) | ((t2 >>> 24) & 128)
const t3 = code[p + 3]!
words[t3] = t2
words[t3 + 1] = 0
p += 16
continue
}
case 55: { // dec memory32
const t0 = view.getInt32(at, true)
const t1 = (t0 - 1) | 0
flags = (flags & -2261) | ((t0 ^ 1 ^ t1) & 16) | ((((t0 ^ 1) & (t0 ^ t1)) >>> 20) & 2048) | parity[t1 & 255]! | (((~t1 & (t1 - 1)) >>> 25) & 64) | ((t1 >>> 24) & 128)
view.setInt32(at, t1, true)
p += 16
continue
}
case 56: { // dec register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = (t1 - 1) | 0
const t4 = (t2 - 0 - ((t1 >>> 0) < (1 >>> 0) ? 1 : 0)) | 0
const t5 = t3 | t4
flags = (flags & -2261) | ((t1 ^ 1 ^ t3) & 16) | ((((t2 ^ 0) & (t2 ^ t4)) >>> 20) & 2048) | parity[t3 & 255]! | (((~t5 & (t5 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t6 = code[p + 3]!
words[t6] = t3
words[t6 + 1] = t4
p += 16
continue
}
case 57: { // and register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
words[t5] = t4
words[t5 + 1] = 0
p += 16
continue
}
case 58: { // and register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t1 & t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
words[t4] = t3
words[t4 + 1] = 0
p += 16
continue
}
case 59: { // xor register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 ^ t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
const t5 = code[p + 3]!
words[t5] = t4
words[t5 + 1] = 0
p += 16
continue
}
case 60: { // xor register32, number8
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 12]!
const t3 = t1 ^ t2
flags = (flags & -2262) | parity[t3 & 255]! | (((~t3 & (t3 - 1)) >>> 25) & 64) | ((t3 >>> 24) & 128)
const t4 = code[p + 3]!
words[t4] = t3
words[t4 + 1] = 0
p += 16
continue
}
case 61: { // test register8, register8
const t0 = code[p + 3]!
const t1 = bytes[t0]!
const t2 = code[p + 4]!
const t3 = bytes[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | (t4 & 128)
p += 16
continue
}
case 62: { // test register32, register32
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = code[p + 4]!
const t3 = words[t2]!
const t4 = t1 & t3
flags = (flags & -2262) | parity[t4 & 255]! | (((~t4 & (t4 - 1)) >>> 25) & 64) | ((t4 >>> 24) & 128)
p += 16
continue
}
case 63: { // test register64, register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 4]!
const t4 = words[t3]!
const t5 = words[t3 + 1]!
const t6 = t1 & t4
const t7 = t2 & t5
const t8 = t6 | t7
flags = (flags & -2262) | parity[t6 & 255]! | (((~t8 & (t8 - 1)) >>> 25) & 64) | ((t7 >>> 24) & 128)
p += 16
continue
}
case 64: { // push register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
words[(general + 8)] = low
words[(general + 8) + 1] = high
view.setInt32(at, t1, true)
view.setInt32(at + 4, t2, true)
p += 16
continue
}
case 65: { // pop register64
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (low + 8) | 0
const t3 = (high + 0 + ((t2 >>> 0) < (low >>> 0) ? 1 : 0)) | 0
words[(general + 8)] = t2
words[(general + 8) + 1] = t3
const t4 = code[p + 3]!
words[t4] = t0
words[t4 + 1] = t1
p += 16
continue
}
case 66: { // leave
const t2 = view.getInt32(at, true)
const t3 = view.getInt32(at + 4, true)
const t4 = (low + 8) | 0
const t5 = (high + 0 + ((t4 >>> 0) < (low >>> 0) ? 1 : 0)) | 0
words[(general + 8)] = t4
words[(general + 8) + 1] = t5
words[(general + 10)] = t2
words[(general + 10) + 1] = t3
p += 16
continue
}
case 67: { // call number32
const t0 = code[p + 2]!
words[(general + 8)] = low
words[(general + 8) + 1] = high
view.setInt32(at, t0, true)
view.setInt32(at + 4, ripHigh, true)
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
case 68: { // call register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
const t3 = code[p + 2]!
if (t2 !== ripHigh) {
link = -2
break
}
words[(general + 8)] = low
words[(general + 8) + 1] = high
view.setInt32(at, t3, true)
view.setInt32(at + 4, ripHigh, true)
target = t1
link = -1
break
}
case 69: { // ret
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
const t2 = (low + 8) | 0
const t3 = (high + 0 + ((t2 >>> 0) < (low >>> 0) ? 1 : 0)) | 0
if (t1 !== ripHigh) {
link = -2
break
}
words[(general + 8)] = t2
words[(general + 8) + 1] = t3
target = t0
link = -1
break
}
case 70: { // jmp number8
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
case 71: { // jmp register64
const t0 = code[p + 3]!
const t1 = words[t0]!
const t2 = words[t0 + 1]!
if (t2 !== ripHigh) {
link = -2
break
}
target = t1
link = -1
break
}
case 72: { // jmp memory64
const t0 = view.getInt32(at, true)
const t1 = view.getInt32(at + 4, true)
if (t1 !== ripHigh) {
link = -2
break
}
target = t0
link = -1
break
}
case 73: { // jo number8
if ((flags & 2048) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 74: { // jno number8
if ((flags & 2048) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 75: { // jb number8
if ((flags & 1) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 76: { // jae number8
if ((flags & 1) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 77: { // je number8
if ((flags & 64) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 78: { // jne number8
if ((flags & 64) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 79: { // jbe number8
if ((flags & 65) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 80: { // ja number8
if ((flags & 65) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 81: { // js number8
if ((flags & 128) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 82: { // jns number8
if ((flags & 128) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 83: { // jp number8
if ((flags & 4) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 84: { // jnp number8
if ((flags & 4) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 85: { // jl number8
if ((((flags >> 4) ^ flags) & 128) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 86: { // jge number8
if ((((flags >> 4) ^ flags) & 128) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 87: { // jle number8
if (((((flags >> 4) ^ flags) & 128) | (flags & 64)) !== 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
case 88: { // jg number8
if (((((flags >> 4) ^ flags) & 128) | (flags & 64)) === 0) {
link = p
p = code[link + 14]!
if (p >= 0) continue
target = code[link + 15]!
break
}
p += 16
continue
}
default: {
if (operation >= 1000) {
state.flags = flags
journal.logLength = 0
const next = APART[operation - 1000]!(state, p, at, low, high)
flags = state.flags
journal.logLength = 0
if (next >= 0) {
p = next
continue
}
}
link = -2
}
}
if (link === -2) {
words[journal.registersAt + FLAGS_WORD] = flags
const executed = chunk - left
journal.stepCount += executed + 1
p = state.interpret(p)
journal.stepCount -= executed + 1
flags = words[journal.registersAt + FLAGS_WORD]!
code = state.code
ripHigh = state.ripHigh
if (p >= 0) continue
if (state.stepCounts) left--
chunk -= left
left = 0
break
}
p = entryAt[target & 1023] === target ? entryRecord[target & 1023]! : -1
if (p < 0) {
p = state.find(target)
code = state.code
if (p < 0) {
left--
chunk -= left
left = 0
break
}
}
if (link >= 0) code[link + 14] = p
}
words[journal.registersAt + FLAGS_WORD] = flags
if (p >= 0) words[journal.registersAt + RIP_WORD] = code[p + 1]!
return chunk - left
}
