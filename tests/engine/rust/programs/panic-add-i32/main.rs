fn f(a: i32, b: i32) -> i32 { a + b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(i32::MAX, 1));
}
