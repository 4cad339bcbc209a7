fn f(a: i8, b: i8) -> i8 { a - b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(i8::MIN, 1));
}
