fn inner(n: i32) -> i32 { 100 / n }
fn outer(n: i32) -> i32 { inner(n - 3) + 1 }
fn main() { for n in 1..5 { println!("{}", outer(n)); } }
