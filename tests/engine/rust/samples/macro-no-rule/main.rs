macro_rules! add {
    ($a:expr, $b:expr) => {
        $a + $b
    };
}
fn main() {
    println!("{}", add!(1, 2));
    println!("{}", add!(1 2));
}
