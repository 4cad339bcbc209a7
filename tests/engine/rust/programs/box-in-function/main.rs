fn double(b: Box<u32>) -> Box<u32> { Box::new(*b * 2) }
fn main() { let mut b = Box::new(5); for _ in 0..4 { b = double(b); } println!("{b}"); *b += 1; let n = *b; println!("{n}"); }
