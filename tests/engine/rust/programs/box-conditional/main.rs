fn eat(b: Box<u8>) -> u8 { *b }
fn main() { for i in 0..4u8 { let b = Box::new(i); if i % 2 == 0 { println!("{}", eat(b)); } else { println!("kept {}", b); } } }
