#[derive(Debug, PartialEq, Clone, Copy)]
enum Op { Add(i32), Neg, Pair { a: u8, b: Option<bool> } }
#[derive(Debug)]
struct Wrapper<T> { inner: T, n: u8 }
#[repr(u8)]
enum Code { A = 10, B, C = 250 }
use Op::*;
const START: Op = Op::Add(7);
struct Unit;
fn first(o: Option<u32>) -> u32 { match o { Some(x) => x, None => 0 } }
fn tree(n: u32) -> Option<Box<u32>> { match n { 0 => None, k => Some(Box::new(k)) } }
fn parse(n: i32) -> Result<i32, bool> { if n > 0 { Ok(n) } else { Err(n == 0) } }
impl Op { fn new(n: i32) -> Self { Self::Add(n) } fn is_add(&self) -> bool { match self { Op::Add(_) => true, Self::Neg | Self::Pair { .. } => false } } }
fn main() {
    let x = START;
    println!("{:?} {:?} {:?}", x, Neg, Pair { a: 1, b: Some(true) });
    println!("{} {}", Add(1) == Op::new(1), Add(1) == Neg);
    println!("{} {}", first(Some(4)), first(None));
    println!("{:?}", Wrapper { inner: Some(3u8), n: 2 });
    println!("{} {}", Code::B as u8, Code::C as u32);
    let t = tree(3);
    match &t { Some(b) => println!("box {}", **b), None => println!("none") }
    match t { Some(b) => println!("{}", *b + 1), None => {} }
    match parse(-1) { Ok(v) => println!("{v}"), Err(e) => println!("{e}") }
    let mut o = Some(5);
    match &mut o { Some(v) => *v += 1, None => {} }
    println!("{:?} {}", o, Op::Neg.is_add());
    let (a, Wrapper { inner, .. }) = (1u8, Wrapper { inner: 9u16, n: 0 });
    println!("{a} {inner}");
    let n: Option<Option<bool>> = Some(None);
    println!("{:?} {}", n, std::mem::size_of::<Option<Option<bool>>>());
    let v = match (Some(1), Neg) { (Some(1), Neg) => 1, (Some(_), _) => 2, (None, _) => 3 };
    println!("{v}");
    match Some(3u8) { Some(0..=4) => println!("low"), Some(n) if n > 100 => println!("big"), Some(_) => println!("mid"), None => {} }
    let _u = Unit;
}
