fn longer<'a>(a: &'a [u8], b: &'a [u8]) -> &'a [u8] { if a.len() > b.len() { a } else { b } }
struct R<'a> { p: &'a i32 }
fn main() { println!("{:?}", longer(&[1, 2], &[3])); let x = 5; let r = R { p: &x }; println!("{}", *r.p + 1); }
