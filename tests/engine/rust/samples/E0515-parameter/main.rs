fn f(n: i32) -> &'static i32 {
    return &n;
}
fn main() {}
