mod m { pub type Pair<T> = (T, T); pub type Res<T> = Result<T, u8>; }
type Two<A, B> = Option<(A, B)>; type N = u16; type L<'a, T> = &'a [T];
use m::{Pair, Res};
fn s<T: Copy>(p: Pair<T>) -> Pair<T> { (p.1, p.0) }
fn r(n: u8) -> Res<Two<u8, N>> { if n > 3 { Err(n) } else { Ok(Some((n, 300))) } }
fn l<'a>(x: L<'a, i32>) -> i32 { x[0] }
fn main() { println!("{:?} {:?} {:?} {}", s((1, 2)), r(3), r(4), l(&[5])); let t: Two<bool, Pair<char>> = None; println!("{:?}", t); let v: m::Res<Pair<u8>> = Ok((1, 2)); println!("{:?}", v); }
