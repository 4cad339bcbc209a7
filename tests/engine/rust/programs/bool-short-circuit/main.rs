fn say(n: u8, v: bool) -> bool { print!("{n}"); v }
fn main() { let a = say(1, false) && say(2, true); let b = say(3, true) || say(4, false); let c = say(5, true) & say(6, false) | say(7, true); println!(" {a} {b} {c} {}", a ^ b); }
