fn f(a: u64, b: u64) -> u64 { a + b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(u64::MAX, 1));
}
