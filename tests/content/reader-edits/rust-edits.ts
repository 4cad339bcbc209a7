/** What readers do to a Rust cell. Statements are written with `$x` and `$y`, its first and last variable, and `$f`, its function. */
import type { Edit } from './edit.ts'
import { replaced, rustShape, textOf, type RustShape } from './rust-shape.ts'

type Change = (shape: RustShape) => string | undefined

const INTEGERS = ['u8', 'u16', 'u32', 'u64', 'usize', 'i8', 'i16', 'i32', 'i64', 'isize']

/** A value of each type, those that the course's Rust lacks too. */
const VALUES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(INTEGERS.map((type) => [type, '7'])),
  bool: 'true',
  char: "'c'",
  '()': '()',
  '&u8': '&7',
  '&mut u8': '&mut 7',
  '[u8; 4]': '[1, 2, 3, 4]',
  '[u64; 3]': '[9; 3]',
  '[[u16; 2]; 2]': '[[1, 2], [3, 4]]',
  '&[i32]': '&[1, 2, 3]',
  '(u8, u32)': '(1, 2)',
  '(u8, (bool, i64))': '(1, (false, -2))',
  '*const u8': '&7 as *const u8',
  'Box<u32>': 'Box::new(5)',
  '&str': '"text"',
  String: 'String::from("text")',
  'Vec<u8>': 'vec![1, 2]',
  'Option<u8>': 'Some(1)',
  f64: '1.5',
  f32: '2.0',
  u128: '1',
  i128: '-1',
}

const PRINTS = [
  'println!("{}", $x);',
  'println!("{}", $y);',
  'println!("{$x}");',
  'println!("{} {}", $x, $y);',
  'println!("{:?}", $x);',
  'println!("{:#x} {:08b}", $x, $y);',
  'println!("{:>5}|{:<5}|{:^5}", $x, $y, $x);',
  'println!("x = {}, and twice: {}", $x, $x);',
  'println!("{0} {0} {1}", $x, $y);',
  'println!("hello");',
  'println!();',
  'println!("{{}} ä 🙂 \\t\\"");',
  'print!("hi");',
  'print!("{}", $x);',
  'print!("a\\n"); print!("b");',
  'eprintln!("{}", $x);',
  'println!("{}", 1 + 1);',
]

const STATEMENTS: readonly string[] = [
  // Printing what is no plain variable.
  'println!("{}", &$x);',
  'println!("{:p}", &$x);',
  'println!("{}");',
  'println!("{} {}", $x);',
  'println!($x);',
  'println!("{}", nothing);',
  'println!("{}" $x);',
  'printn!("{}", $x);',
  'println("{}", $x);',
  'dbg!($x);',
  'println!("{}", format!("{}", $x));',
  'println!("{}", std::mem::size_of_val(&$x));',
  'println!("{}", std::mem::size_of::<u32>());',
  // New variables of what is there.
  'let z = $x;',
  'let z = $x + 1;',
  'let z = $x * 2 - 1;',
  'let z = $x as u64 + $y as u64;',
  'let z = $x + $y;',
  'let z = &$x;',
  'let z = *&$x;',
  'let z: u16 = $x;',
  'let z: u64 = $x.into();',
  'let z = $x.wrapping_add(200);',
  'let z = $x.pow(2);',
  'let z = -5;',
  'let z;',
  'let z: u8;',
  'let mut z = $x; z += 1; println!("{}", z);',
  'let z = if $x > 10 { 1 } else { 2 }; println!("{}", z);',
  'let z = if $x > 10 { 1 };',
  'let z = match $x { 42 => 1, _ => 0 }; println!("{}", z);',
  'let z = match $x { 42 => 1 };',
  'let z = { let inner = 3; inner * 2 }; println!("{}", z);',
  'let z = loop { break 5; }; println!("{}", z);',
  'let (a, b) = ($x, $y); println!("{} {}", a, b);',
  'let $x = $y; println!("{}", $x);',
  'let $x: bool = true; println!("{}", $x);',
  'const Z: u32 = 12; println!("{}", Z);',
  'static Z: u32 = 12; println!("{}", Z);',
  // Arrays.
  'let a = [1, 2, 3]; println!("{}", a[1]);',
  'let a = [1, 2, 3]; println!("{}", a[3]);',
  'let a = [1, 2, 3]; let i = $x as usize; println!("{}", a[i]);',
  'let a = [0u8; 100]; println!("{}", a.len());',
  'let a = [7u8; 5000]; println!("{}", a[4999]);',
  'let a = [0u8; 5000];',
  'let mut a = [0u64; 100]; a[99] = 1; println!("{}", a[99] + a[0]);',
  'let n = 3; let a = [0; n];',
  'let a = [1, 2, 3]; let b = [0; a.len()];',
  'let a = [1, 2, 3]; for i in a { println!("{}", i); }',
  'let a = [1, 2, 3]; for i in &a { println!("{}", i); }',
  'let a = [1, 2, 3]; for i in a.iter() { println!("{}", i); }',
  'let a = [1, 2, 3]; let s = &a[1..]; println!("{}", s.len());',
  'let a = [3, 1, 2]; println!("{:?}", a);',
  'let mut v = Vec::new(); v.push($x);',
  // Assigning.
  '$x = 1;',
  '$x += 1;',
  '$x++;',
  '$x = 1',
  'x1 = 2;',
  'let r = &mut $x; *r = 1;',
  'unsafe { *(&raw mut $x) = 1; }',
  'let p = &$x as *const _ as usize; println!("{}", p > 0);',
  'unsafe { *(0 as *mut u8) = 1; }',
  'unsafe { println!("{}", *(8 as *const u64)); }',
  // Loops.
  'for i in 0..3 { println!("{}", i); }',
  'for i in 0..=3 { let square = i * i; println!("{}", square); }',
  'for i in 0..10 { if i % 2 == 0 { continue; } if i > 6 { break; } println!("{}", i); }',
  'for i in (0..3).rev() { println!("{}", i); }',
  'for i in 0..$x { }',
  'for i in 0..3 { for j in 0..3 { print!("{} ", i * j); } println!(); }',
  'for _ in 0..3 {}',
  'let mut i = 0; while i < 5 { i += 1; } println!("{}", i);',
  'let mut i = 0; while i < 1000 { i += 1; }',
  'let mut i: u8 = 0; while i < 255 { i += 1; } println!("{}", i);',
  'let mut i: u8 = 0; loop { i += 1; }',
  'let mut n = 0; loop { n += 1; if n == 7 { break; } } println!("{}", n);',
  "'outer: for i in 0..3 { for j in 0..3 { if j == 2 { continue 'outer; } if i == 2 { break 'outer; } println!(\"{} {}\", i, j); } }",
  'while true { break; }',
  'while let Some(z) = None { }',
  'break;',
  'continue;',
  // Leaving.
  'return;',
  'return 5;',
  'if $x > 0 { return; }',
  'if $x == 42 { println!("yes"); } else { println!("no"); }',
  'if $x = 42 { }',
  'if ($x == 42) { println!("yes"); }',
  'if $x { }',
  'if $x > 1 && $y > 1 || false { println!("both"); }',
  'panic!("stop");',
  'panic!("stop {}", $x);',
  'todo!();',
  'unreachable!();',
  'assert!($x > 1);',
  'assert_eq!($x, $x);',
  'assert_eq!($x, 0);',
  'assert_eq!($x == 3);',
  'println!("{}", todo!());',
  '!todo!();',
  'std::process::exit(3);',
  // What goes wrong when it runs, and what rustc foresees.
  'let z = $x / 0;',
  'let z = $x / ($x - $x); println!("{}", z);',
  'let z: u8 = 255; let w = z + 1;',
  'let z: i32 = 2147483647; let w = z + $x as i32; println!("{}", w);',
  'let z = $x - 200; println!("{}", z);',
  'let z = 1 << 40;',
  'let z = $x as u8 as i8; println!("{}", z);',
  // Mistakes of the hand.
  'let z = 5',
  'let z 5;',
  'let = 5;',
  'lte z = 5;',
  'let z: = 5;',
  'let z: u8 = ;',
  'let z: u8 = "text";',
  'let z: u8 = true;',
  "let z: u8 = 'c';",
  'let z: u7 = 1;',
  'let z: int = 1;',
  'int z = 5;',
  'let z := 5;',
  'var z = 5;',
  'let z: u8 = 1.5;',
  'let z = 08;',
  'let z = 1_000_000u32; println!("{}", z);',
  'let z = 0xFFu8; println!("{}", z);',
  'let z = 0b1010; println!("{}", z);',
  'let z = 0o17; println!("{}", z);',
  'let z = 3u9;',
  "let z = 'ab';",
  'let z = \'a\' as u8; println!("{}", z);',
  'let z = b\'a\'; println!("{}", z);',
  'let z = "text";',
  'let z = $x.len();',
  'let z = $x.y;',
  'let z = $x[0];',
  'let z = $x();',
  'let z = $x?;',
  'nothing();',
  'nothing::at::all();',
  '$x;',
  '$x',
  '$x + 1;',
  ';',
  '{',
  '}',
  ')',
  '{ let inner = $x; }',
  '{ let inner = $x; } println!("{}", inner);',
  '// a comment',
  '/* a comment */',
  '/* never closed',
  '#[allow(unused)] let z = 1;',
  'fn inner() -> u8 { 3 } println!("{}", inner());',
  'struct P { a: u8 }',
  'let c = |n: u8| n + 1;',
  'use std::mem;',
  'let z = Box::new($x); println!("{}", z);',
  'let z = Box::new($x); let w = z; println!("{}", z);',
  'let z = String::from("a");',
  'std::thread::sleep(1);',
  'let mut s = String::new(); std::io::stdin().read_line(&mut s);',
]

/** Functions and other items beside the reader's function, and what calls them from within. */
const HELPERS: readonly (readonly [name: string, item: string, call: string])[] = [
  ['call a function', 'fn helper() { let h: u32 = 5; }', 'helper();'],
  ['call a function that adds', 'fn add(a: u32, b: u32) -> u32 { a + b }', 'println!("{}", add(2, 3));'],
  ['keep what a function gives', 'fn add(a: u32, b: u32) -> u32 { a + b }', 'let sum = add(2, 3);'],
  ['call with a variable', 'fn wide(n: u64) -> u64 { n * 2 }', 'println!("{}", wide($x as u64));'],
  ['call with the wrong type', 'fn flag(n: bool) {}', 'flag($x);'],
  ['call with too much', 'fn helper() {}', 'helper($x);'],
  ['forget what a function needs', 'fn helper(n: u8) {}', 'helper();'],
  ['forget to give anything back', 'fn helper() -> u8 { }', 'helper();'],
  ['a semicolon too many', 'fn helper() -> u8 { 5; }', 'helper();'],
  [
    'a function with return',
    'fn helper(n: u8) -> u8 { if n > 3 { return 1; } 2 }',
    'println!("{}", helper(5));',
  ],
  ['pass a reference', 'fn read(n: &u8) -> u8 { *n }', 'let b: u8 = 3; println!("{}", read(&b));'],
  [
    'change through a reference',
    'fn set(n: &mut u32) { *n = 9; }',
    'let mut b = 3; set(&mut b); println!("{}", b);',
  ],
  [
    'sum a slice',
    'fn sum(s: &[u32]) -> u32 { let mut t = 0; for n in s { t += *n; } t }',
    'println!("{}", sum(&[1, 2, 3]));',
  ],
  [
    'recurse a little',
    'fn f(n: u64) -> u64 { if n == 0 { 0 } else { 1 + f(n - 1) } }',
    'println!("{}", f(10));',
  ],
  ['recurse', 'fn f(n: u64) -> u64 { if n == 0 { 0 } else { 1 + f(n - 1) } }', 'println!("{}", f(100));'],
  [
    'recurse far',
    'fn f(n: u64) -> u64 { if n == 0 { 0 } else { 1 + f(n - 1) } }',
    'println!("{}", f(5000));',
  ],
  ['recurse silently', 'fn f(n: u64) -> u64 { if n == 0 { 0 } else { 1 + f(n - 1) } }', 'let r = f(100);'],
  [
    'a factorial',
    'fn factorial(n: u64) -> u64 { if n < 2 { 1 } else { n * factorial(n - 1) } }',
    'println!("{}", factorial(20));',
  ],
  [
    'a factorial too large',
    'fn factorial(n: u64) -> u64 { if n < 2 { 1 } else { n * factorial(n - 1) } }',
    'println!("{}", factorial(21));',
  ],
  [
    'fibonacci',
    'fn fib(n: u32) -> u32 { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }',
    'println!("{}", fib(12));',
  ],
  [
    'call one another',
    'fn even(n: u32) -> bool { n == 0 || odd(n - 1) } fn odd(n: u32) -> bool { n != 0 && even(n - 1) }',
    'println!("{}", even(10));',
  ],
  ['a struct', 'struct Point { a: u8, b: u32 }', 'let p = Point { a: 1, b: 2 }; println!("{}", p.b);'],
  ['a struct, kept', 'struct Point { a: u8, b: u32 }', 'let p = Point { a: 1, b: 2 };'],
  ['a struct without a field', 'struct Point { a: u8, b: u32 }', 'let p = Point { a: 1 };'],
  ['a constant', 'const SIZE: usize = 4;', 'let a = [0u8; SIZE]; println!("{}", a.len());'],
  ['a static', 'static mut COUNT: u32 = 0;', 'unsafe { COUNT += 1; }'],
  ['a static, printed', 'static COUNT: u32 = 5;', 'println!("{}", COUNT);'],
  ['a large static', 'static mut ROOM: [u8; 40000] = [0; 40000];', 'unsafe { ROOM[39999] = 1; }'],
  ['an enum', 'enum Kind { One, Two }', 'let k = Kind::One;'],
  ['an impl', 'struct P { a: u8 } impl P { fn get(&self) -> u8 { self.a } }', ''],
  ['a generic function', 'fn same<T>(t: T) -> T { t }', 'same($x);'],
  ['a use', 'use std::collections::HashMap;', ''],
  ['a function of the same name', 'fn $f() {}', ''],
  ['a function never called', 'fn unused() { let u: u8 = 1; }', ''],
]

/** Names that readers give, and that something else goes by already. */
const NAMES = [
  'apples',
  'flags',
  'os',
  'registers',
  'scheme',
  'memory',
  'page',
  'address',
  'fault',
  'tlb',
  'process',
  'region',
  'console',
  'exit',
  'signal',
  'steps',
  'access',
  'instruction',
  'function',
  'root',
  'byte',
  'entry',
  'after',
  'rax',
  'rsp',
  'al',
  'cs',
  'ptr',
  'mov',
  'db',
  'section',
  'constructor',
  '__proto__',
  'toString',
  'length',
  'value',
  'a',
  '_',
  '_x',
  'X',
  'variable_with_a_very_long_name_that_goes_on_and_on',
  'é',
  'größe',
  'x1',
  '1x',
  'my-x',
  'my x',
  'type',
  'fn',
  'self',
  'Self',
  'r#type',
  'u8',
  'main',
  'println',
]
const FUNCTION_NAMES = [
  'main',
  'start',
  '_start',
  'mov',
  'rax',
  'f',
  'Example',
  'été',
  'fn',
  '2nd',
  'output',
  'exit',
  'section',
  'ret',
  'example2',
  'a.b',
]

/** A value in place of that of the first variable. */
const FIRST_VALUES = [
  '0',
  '1',
  '99',
  '255',
  '256',
  '300',
  '-1',
  '70000',
  '0x2A',
  '0b101010',
  '4_2',
  '42u8',
  '42u32',
  '42i64',
  "'a'",
  'true',
  '"42"',
  '4.2',
  '',
  '$y',
  '$x',
  '6 * 7',
  '40 + 2',
  '(42)',
  '100 - 200',
  '1 / 0',
  '{ 42 }',
  '&42',
  '[42]',
  'nothing',
  'u8::MAX',
  'u32::MAX',
  '!0',
  '-0',
  '00042',
]

function filled(text: string, { name, lets }: RustShape): string | undefined {
  const first = lets[0]?.name
  const last = lets.at(-1)?.name
  if (/\$[xy]/.test(text) && (first === undefined || last === undefined)) return undefined
  return text
    .replaceAll('$x', first ?? '')
    .replaceAll('$y', last ?? '')
    .replaceAll('$f', name)
}

/** Writes a line at the end of the function that runs. */
function atEnd(text: string): Change {
  return (shape) => {
    const line = filled(text, shape)
    if (line === undefined) return undefined
    const inside = shape.source.slice(0, shape.body.to).trimEnd()
    return `${inside}\n    ${line}\n${shape.source.slice(shape.body.to)}`
  }
}

function atStart(text: string): Change {
  return (shape) => {
    const line = filled(text, shape)
    return line === undefined
      ? undefined
      : replaced(shape.source, { from: shape.body.from, to: shape.body.from }, `\n    ${line}`)
  }
}

/** Behind the first statement, where the last variable is not there yet. */
function between(text: string): Change {
  return (shape) => {
    const line = filled(text, shape)
    const at = shape.statements[0]?.to
    return line === undefined || at === undefined
      ? undefined
      : replaced(shape.source, { from: at, to: at }, `\n    ${line}`)
  }
}

const withItem =
  (item: string, call: string, above: boolean): Change =>
  (shape) => {
    const called = call === '' ? shape.source : atEnd(call)(shape)
    const written = filled(item, shape)
    if (called === undefined || written === undefined) return undefined
    return above ? `${written}\n\n${called}` : `${called}\n\n${written}`
  }

/** The source with other text for a part of its first, or last, variable. */
const inLet =
  (which: 0 | -1, part: 'nameAt' | 'typeAt' | 'valueAt', text: string): Change =>
  (shape) => {
    const at = shape.lets.at(which)?.[part]
    const written = filled(text, shape)
    return at && written !== undefined ? replaced(shape.source, at, written) : undefined
  }

function everywhere(from: string, to: string, source: string): string {
  return source.replace(new RegExp(`\\b${from}\\b`, 'g'), () => to)
}

const WHOLE: Readonly<Record<string, Change>> = {
  'empty the function': ({ source, body }) => replaced(source, body, ''),
  'remove its braces': ({ source, body }) =>
    replaced(source, { from: body.from - 1, to: body.to + 1 }, source.slice(body.from, body.to)),
  'keep the statements alone': ({ source, body }) => source.slice(body.from, body.to),
  'paste its statements twice': ({ source, body }) =>
    replaced(source, body, source.slice(body.from, body.to).repeat(2)),
  'paste its statements forty times': ({ source, body }) =>
    replaced(source, body, source.slice(body.from, body.to).repeat(40)),
  'wrap it in main': ({ source }) => `fn main() {\n${source}\n}`,
  'wrap it in main and call it': ({ source, name }) => `fn main() {\n${source}\n${name}();\n}`,
  'wrap its statements in main': ({ source, whole, body }) =>
    replaced(source, whole, `fn main() {${source.slice(body.from, body.to)}}`),
  'call it from main': ({ source, name }) => `${source}\n\nfn main() {\n    ${name}();\n}`,
  'call it twice from main': ({ source, name }) =>
    `fn main() {\n    ${name}();\n    ${name}();\n}\n\n${source}`,
  'wrap its statements in a block': ({ source, body }) =>
    replaced(source, body, `{${source.slice(body.from, body.to)}}`),
  'wrap its statements in a loop': ({ source, body }) =>
    replaced(source, body, `for _ in 0..3 {${source.slice(body.from, body.to)}}`),
  'wrap its statements in unsafe': ({ source, body }) =>
    replaced(source, body, `unsafe {${source.slice(body.from, body.to)}}`),
  'wrap its statements in if': ({ source, body }) =>
    replaced(source, body, `if true {${source.slice(body.from, body.to)}}`),
  'comment its inside out': ({ source, body }) =>
    replaced(source, body, `/*${source.slice(body.from, body.to)}*/`),
  'open a comment': ({ source, body }) => replaced(source, { from: body.from, to: body.from }, '/*'),
  'give the first variable back': ({ source, nameAt, lets }) =>
    lets[0]?.typeAt &&
    atEnd('$x')(
      rustShape(source.replace(/\(\)/, `() -> ${textOf(source, lets[0].typeAt)}`)) ??
        ({ source, nameAt, lets } as RustShape),
    ),
  'promise to give something back': ({ source }) => source.replace('()', '() -> u8'),
  'take a parameter': ({ source }) => source.replace('()', '(n: u8)'),
  'forget its parentheses': ({ source }) => source.replace('()', ''),
  'forget fn': ({ source }) => source.replace('fn ', ''),
  'write func': ({ source }) => source.replace('fn ', 'func '),
  'write pub': ({ source }) => source.replace('fn ', 'pub fn '),
  'write unsafe': ({ source }) => source.replace('fn ', 'unsafe fn '),
  'write const': ({ source }) => source.replace('fn ', 'const fn '),
  'write async': ({ source }) => source.replace('fn ', 'async fn '),
  'make every variable mutable': ({ source }) => source.replace(/let (?!mut)/g, 'let mut '),
  'forget every let': ({ source }) => source.replace(/let (mut )?/g, ''),
  'forget every type': ({ source, lets }) =>
    [...lets]
      .reverse()
      .reduce(
        (text, { nameAt, typeAt }) =>
          typeAt ? replaced(text, { from: nameAt.to, to: typeAt.to }, '') : text,
        source,
      ),
  'forget every value': ({ source, lets }) =>
    [...lets]
      .reverse()
      .reduce(
        (text, { valueAt, typeAt, nameAt }) =>
          valueAt ? replaced(text, { from: (typeAt ?? nameAt).to, to: valueAt.to }, '') : text,
        source,
      ),
  'forget a semicolon': ({ source }) => source.replace(';', ''),
  'forget the last semicolon': ({ source }) => source.replace(/;([^;]*)$/, '$1'),
  'write two semicolons': ({ source }) => source.replace(';', ';;'),
  'write a colon for a semicolon': ({ source }) => source.replace(';', ':'),
  'forget an equals sign': ({ source }) => source.replace(' =', ''),
  'forget a colon': ({ source }) => source.replace(':', ''),
  'swap the first two statements': ({ source, statements: [first, second] }) =>
    first &&
    second &&
    replaced(replaced(source, second, textOf(source, first)), first, textOf(source, second)),
  'move the first statement to the end': (shape) =>
    shape.statements[0] &&
    atEnd(textOf(shape.source, shape.statements[0]))(
      rustShape(replaced(shape.source, shape.statements[0], ''))!,
    ),
  'turn the statements over': ({ source, body, statements }) =>
    replaced(
      source,
      body,
      `\n${[...statements]
        .reverse()
        .map((place) => `    ${textOf(source, place)}\n`)
        .join('')}`,
    ),
  'update the first variable': (shape) =>
    shape.lets[0]
      ? atEnd('$x += 1; println!("{}", $x);')({
          ...rustShape(shape.source.replace(/let (?!mut)/, 'let mut '))!,
        })
      : undefined,
  'main gives a number back': ({ source, name, body }) =>
    replaced(source.replace(`fn ${name}()`, 'fn main() -> u8'), { from: body.to, to: body.to }, ''),
}

const named = (name: string, change: Change, keepsLayout = false): Edit => ({
  name,
  change: (source) => {
    const shape = rustShape(source)
    return shape && change(shape)
  },
  ...(keepsLayout ? { keepsLayout } : {}),
})

export const RUST_EDITS: readonly Edit[] = [
  ...PRINTS.map((text) => named(`at the end: ${text}`, atEnd(text), true)),
  ...PRINTS.slice(0, 3).map((text) =>
    named(`between: ${text.replaceAll('$y', '$x')}`, between(text.replaceAll('$y', '$x')), true),
  ),
  named('at the start: println!("start");', atStart('println!("start");'), true),
  ...STATEMENTS.map((text) => named(`at the end: ${text}`, atEnd(text))),
  ...['return;', 'if true { return; }', 'let z: u64 = 1;', 'panic!();', 'loop { break; }'].map((text) =>
    named(`between: ${text}`, between(text)),
  ),
  ...Object.entries(VALUES).flatMap(([type, value]) => [
    named(`a variable of ${type}`, atEnd(`let extra: ${type} = ${value};`)),
    named(`a first variable of ${type}`, atStart(`let extra: ${type} = ${value};`)),
    named(`print a variable of ${type}`, atEnd(`let extra: ${type} = ${value}; println!("{:?}", extra);`)),
    named(`make the first variable a ${type}`, inLet(0, 'typeAt', type)),
    named(`make the last variable a ${type}`, inLet(-1, 'typeAt', type)),
    named(
      `make the first variable a ${type} in full`,
      ({ source, lets: [first] }) =>
        first?.typeAt &&
        first.valueAt &&
        replaced(replaced(source, first.valueAt, value), first.typeAt, type),
    ),
  ]),
  ...FIRST_VALUES.map((value) => named(`the first value: ${value}`, inLet(0, 'valueAt', value))),
  ...FIRST_VALUES.slice(0, 8).map((value) => named(`the last value: ${value}`, inLet(-1, 'valueAt', value))),
  ...NAMES.map((name) =>
    named(
      `call the first variable ${name}`,
      ({ source, lets: [first] }) => first && everywhere(first.name, name, source),
    ),
  ),
  ...NAMES.slice(0, 6).map((name) =>
    named(`declare the first variable as ${name}`, inLet(0, 'nameAt', name)),
  ),
  ...NAMES.slice(0, 12).map((name) =>
    named(`call the first variable ${name} and print it`, (shape) => {
      const [first] = shape.lets
      const renamed = first && rustShape(everywhere(first.name, name, shape.source))
      return renamed && atEnd('println!("{}", $x);')(renamed)
    }),
  ),
  ...FUNCTION_NAMES.map((name) =>
    named(`call the function ${name}`, (shape) => everywhere(shape.name, name, shape.source)),
  ),
  ...[0, 1, 2, 3].map((index) =>
    named(
      `remove statement ${index + 1}`,
      ({ source, statements }) => statements[index] && replaced(source, statements[index], ''),
    ),
  ),
  ...[0, 1, 2, 3].map((index) =>
    named(
      `comment statement ${index + 1} out`,
      ({ source, statements }) =>
        statements[index] &&
        replaced(source, { from: statements[index].from, to: statements[index].from }, '// '),
    ),
  ),
  ...[0, 1].map((index) =>
    named(
      `write statement ${index + 1} twice`,
      ({ source, statements }) =>
        statements[index] &&
        replaced(
          source,
          statements[index],
          `${textOf(source, statements[index])} ${textOf(source, statements[index])}`,
        ),
    ),
  ),
  ...HELPERS.flatMap(([name, item, call]) => [
    named(name, withItem(item, call, false)),
    named(`${name}, above`, withItem(item, call, true)),
  ]),
  ...Object.entries(WHOLE).map(([name, change]) => named(name, change)),
]
