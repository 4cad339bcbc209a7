static A: [u8; 3] = [1, 2, 3];
static mut N: u32 = 5;
static Z: [u64; 4] = [0; 4];
const K: usize = A_LEN * 2;
const A_LEN: usize = 3;
fn bump() -> u32 { unsafe { N += 1; N } }
fn main() { bump(); println!("{} {} {:?} {} {}", bump(), A[1], A, Z[2], K); }
