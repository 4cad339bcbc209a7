struct S<'a, 'a> {
    r: &'a i32,
}
fn main() {}
