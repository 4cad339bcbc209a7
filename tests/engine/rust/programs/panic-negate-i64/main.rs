fn f(a: i64) -> i64 { -a }
fn main() {
    println!("{}", f(5));
    println!("{}", f(i64::MIN));
}
