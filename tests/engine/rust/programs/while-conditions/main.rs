fn main() { let mut a = 100i32; let mut b = 7; while a > 0 && b != 0 || a == -1 { a -= b * b; b -= 1; println!("{a} {b}"); } }
