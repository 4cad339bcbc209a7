struct S<'a> {
    r: &'a i32,
}
struct T {
    s: S,
}
fn main() {}
