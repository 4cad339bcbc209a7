fn kind(t: (u8, bool)) -> u32 { match t { (0, _) => 1, (1..=9, true) => 2, (n, false) => n as u32 * 10, (_, true) => 3 } }
fn main() { println!("{} {} {} {}", kind((0, true)), kind((5, true)), kind((7, false)), kind((77, true))); }
