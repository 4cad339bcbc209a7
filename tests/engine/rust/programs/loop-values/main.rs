fn main() { let mut n = 27u64; let mut steps = 0; let highest = loop { if n == 1 { break steps * 2; } n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 }; steps += 1; }; println!("{steps} {highest}"); }
