fn main() { let x = 5u8; let x = x as i64 * -1000; let y = { let x = x / 3; x + 1 }; let x = x == y; println!("{x} {y}"); for x in 0..2 { let x = x * 10; print!("{x} "); } println!("{x}"); }
