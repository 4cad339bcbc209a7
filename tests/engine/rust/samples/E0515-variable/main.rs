fn f() -> &'static i32 {
    let x = 5;
    &x
}
fn main() {}
