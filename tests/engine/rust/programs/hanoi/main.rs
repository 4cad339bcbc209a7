fn hanoi(n: u8, from: char, to: char, by: char, moves: &mut u32) { if n == 0 { return; } hanoi(n - 1, from, by, to, moves); *moves += 1; if n == 3 { println!("{from} -> {to}"); } hanoi(n - 1, by, to, from, moves); }
fn main() { let mut moves = 0; hanoi(5, 'a', 'c', 'b', &mut moves); println!("{moves} moves"); }
