fn f(a: i64, b: i64) -> i64 { a / b }
fn main() { println!("{}", f(i64::MIN, -1)); }
