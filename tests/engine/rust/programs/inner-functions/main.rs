fn main() { fn twice(n: u8) -> u8 { n * FACTOR } const FACTOR: u8 = 2; println!("{}", twice(4)); { fn twice(n: u8) -> u8 { n + 100 } println!("{}", twice(4)); } }
