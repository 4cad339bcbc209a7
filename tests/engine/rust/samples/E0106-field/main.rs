struct S {
    r: &i32,
}
fn main() {}
