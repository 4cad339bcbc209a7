fn power(base: u64, mut exponent: u64, modulus: u64) -> u64 { let mut result = 1; let mut b = base % modulus; while exponent > 0 { if exponent & 1 == 1 { result = result * b % modulus; } b = b * b % modulus; exponent >>= 1; } result }
fn main() { println!("{} {} {}", power(2, 10, 1000), power(3, 200, 1_000_007), power(123456, 654321, 1_000_003)); }
