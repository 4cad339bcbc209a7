struct S<'a> {
    n: i32,
}
fn main() {}
