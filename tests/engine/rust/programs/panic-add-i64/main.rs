fn f(a: i64, b: i64) -> i64 { a + b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(i64::MAX, 1));
}
