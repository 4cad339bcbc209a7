use std::hint::black_box;
fn main() {
    let mut a = [1u32, 2];
    let z = black_box(0u32);
    a[black_box(9usize) << black_box(1)] = black_box(1u32) << black_box(73);
}
