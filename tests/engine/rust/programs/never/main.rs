fn fail(n: u8) -> ! { panic!("failed with {}", n) }
fn get(n: u8) -> u8 { if n < 3 { n } else { fail(n) } }
fn main() { println!("{}", get(2)); println!("{}", get(3)); }
