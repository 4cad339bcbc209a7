fn negate(x: i16) -> i16 { -x }
fn main() { println!("{}", negate(5)); let low = -32768 + 0 * std::hint::black_box(1i16); println!("{}", negate(low)); }
