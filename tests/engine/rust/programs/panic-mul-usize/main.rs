fn f(a: usize, b: usize) -> usize { a * b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(usize::MAX, 2));
}
