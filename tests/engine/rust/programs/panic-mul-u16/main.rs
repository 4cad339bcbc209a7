fn f(a: u16, b: u16) -> u16 { a * b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(u16::MAX, 2));
}
