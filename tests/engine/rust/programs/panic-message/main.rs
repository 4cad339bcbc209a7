fn f(n: u8) { if n == 3 { panic!("no {} and {n}", n + 1); } println!("{}", n); }
fn main() { for i in 0..9 { f(i); } }
