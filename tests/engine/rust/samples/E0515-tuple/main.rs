fn f() -> (&'static i32, i32) {
    let v = 1;
    (&v, 1)
}
fn main() {}
