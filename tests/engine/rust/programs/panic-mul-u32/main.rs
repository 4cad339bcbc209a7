fn f(a: u32, b: u32) -> u32 { a * b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(u32::MAX, 2));
}
