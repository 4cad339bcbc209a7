trait T {}
fn f(x: &dyn T) {}
fn main() {}
