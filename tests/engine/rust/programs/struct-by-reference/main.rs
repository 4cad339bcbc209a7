struct S { a: [u8; 4], n: usize }
fn push(s: &mut S, v: u8) { s.a[s.n] = v; s.n += 1; }
fn top(s: &S) -> u8 { s.a[s.n - 1] }
fn main() { let mut s = S { a: [0; 4], n: 0 }; push(&mut s, 3); push(&mut s, 9); println!("{} {:?} {}", top(&s), s.a, s.n); }
