macro_rules! m {
    ($x:foo) => { $x };
}
fn main() {
    m!(1);
}
