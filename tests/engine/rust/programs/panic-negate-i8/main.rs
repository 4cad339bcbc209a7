fn f(a: i8) -> i8 { -a }
fn main() {
    println!("{}", f(5));
    println!("{}", f(i8::MIN));
}
