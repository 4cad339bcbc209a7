fn f(a: u8, b: u8) -> u8 { a + b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(u8::MAX, 1));
}
