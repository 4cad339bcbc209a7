fn f<'static>(a: &i32) -> i32 {
    *a
}
fn main() {}
