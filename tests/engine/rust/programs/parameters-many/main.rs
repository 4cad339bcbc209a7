fn f(a: u8, b: i16, c: u32, d: i64, e: usize, g: bool, h: char, i: u8, j: i64) -> i64 { println!("{} {} {} {} {} {} {} {} {}", a, b, c, d, e, g, h, i, j); a as i64 + b as i64 + j }
fn main() { println!("{}", f(1, -2, 3, -4, 5, true, 'x', 8, -9)); }
