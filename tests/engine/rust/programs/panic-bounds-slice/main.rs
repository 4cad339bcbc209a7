fn get(a: &[i32], i: usize) -> i32 { a[i] }
fn main() { let a = [1, 2, 3]; println!("{}", get(&a[1..], 1)); println!("{}", get(&a[1..], 2)); }
