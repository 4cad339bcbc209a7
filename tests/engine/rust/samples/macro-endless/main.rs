macro_rules! forever {
    ($($x:tt)*) => {
        forever!($($x)*)
    };
}
fn main() {
    forever!(1);
}
