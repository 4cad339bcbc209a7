fn main() { print!("a"); unreachable!("b {}", 1); }
