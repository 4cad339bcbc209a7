struct S<'a> {
    r: &'a i32,
}
fn f(s: S<'_, '_>) {}
fn main() {}
