fn f() -> &'static [i32] {
    let v = [1, 2, 3];
    &v[1..]
}
fn main() {}
