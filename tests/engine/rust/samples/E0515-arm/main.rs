fn f(c: bool) -> &'static i32 {
    let b = 1;
    match c {
        true => &b,
        false => &2,
    }
}
fn main() {}
