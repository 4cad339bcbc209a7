fn fib(n: u32) -> u64 { let (mut a, mut b) = (0u64, 1u64); for _ in 0..n { let next = a + b; a = b; b = next; } a }
fn main() { let ns = [0u32, 1, 2, 10, 50, 90]; for i in 0..6 { let n = ns[i]; println!("fib({n}) = {}", fib(n)); } }
