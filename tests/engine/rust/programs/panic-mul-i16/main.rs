fn f(a: i16, b: i16) -> i16 { a * b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(i16::MAX, 2));
}
