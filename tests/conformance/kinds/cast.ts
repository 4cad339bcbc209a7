import { runProgram } from '../../engine/rust/run-program.ts'
import { difference } from '../difference.ts'

interface CastRecord {
  readonly input: { readonly from: string; readonly to: string; readonly value: string }
  readonly expect: { readonly value: string; readonly bytes_from: string; readonly bytes_to: string }
}

/** `as`, executed: the value it gives, and the bytes of both in memory. */
export function check({ input: { from, to, value }, expect }: CastRecord): string | undefined {
  const source = `fn main() {
    let value: ${from} = std::hint::black_box(${literal(value, from)});
    let result = value as ${to};
    println!("{}", ${to === 'char' ? 'result as u32' : 'result'});
    let first = &value as *const ${from} as *const u8;
    for i in 0..std::mem::size_of::<${from}>() { print!("{:02x}", unsafe { *first.add(i) }); }
    println!();
    let first = &result as *const ${to} as *const u8;
    for i in 0..std::mem::size_of::<${to}>() { print!("{:02x}", unsafe { *first.add(i) }); }
}`
  const outcome = runProgram(source, 'debug')
  if (typeof outcome === 'string') return outcome
  return difference('cast', [expect.value, expect.bytes_from, expect.bytes_to].join('\n'), outcome.stdout)
}

function literal(value: string, type: string): string {
  if (type === 'char' && /^\d+$/.test(value)) return `'\\u{${Number(value).toString(16)}}'`
  return type === 'char' && !value.startsWith("'") ? `'${value}'` : value
}
