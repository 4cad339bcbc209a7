fn g(a: bool, b: u8) -> char { match (a, b) { (true, 0) => 'a', (true, _) => 'b', (false, 1..=5) => 'c', (false, _) => 'd' } }
fn main() { println!("{}{}{}{}", g(true, 0), g(true, 1), g(false, 3), g(false, 9)); }
