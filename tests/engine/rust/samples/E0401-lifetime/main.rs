fn f<'a>(a: &'a i32) {
    fn g(b: &'a i32) {}
}
fn main() {}
