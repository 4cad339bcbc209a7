const A: u32 = 6;
const B: u32 = A * 7;
const TABLE: [u8; 4] = [1, 2, 4, 8];
const MASK: u64 = (1 << 40) - 1;
fn main() { println!("{A} {B} {MASK:#x}"); let mut s = 0; for i in 0..TABLE.len() { s += TABLE[i]; } println!("{s} {}", u8::MAX as u32 + B); }
