fn f(a: isize, b: isize) -> isize { a * b }
fn main() {
    println!("{}", f(7, 3));
    println!("{}", f(isize::MAX, 2));
}
