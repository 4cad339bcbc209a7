fn f(a: &'b i32) -> i32 {
    *a
}
fn main() {}
