fn next(state: &mut u64) -> u64 { let mut x = *state; x ^= x << 13; x ^= x >> 7; x ^= x << 17; *state = x; x }
fn main() { let mut s = 88172645463325252u64; for _ in 0..5 { println!("{}", next(&mut s)); } }
