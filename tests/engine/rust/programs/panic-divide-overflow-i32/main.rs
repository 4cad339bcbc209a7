fn f(a: i32, b: i32) -> i32 { a / b }
fn main() { println!("{}", f(i32::MIN, -1)); }
