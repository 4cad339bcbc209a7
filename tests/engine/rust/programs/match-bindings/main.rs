fn f(n: i32) -> i32 { match n { 0 => 100, 1 | 2 | 3 => 200, x @ 4..=9 => x * 2, x if x < 0 => -x, other => other } }
fn main() { for i in -2..12 { print!("{} ", f(i)); } println!(); }
