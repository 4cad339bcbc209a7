fn all(a: i32, b: i32) {
    println!("{} {} {} {}", a / b, a % b, a & b, a | b);
    println!("{} {} {} {}", a ^ b, !a, a << 1, a >> 1);
    println!("{} {} {}", a.wrapping_add(b), a.wrapping_sub(b), a.wrapping_mul(b));
    println!("{} {} {} {}", a == b, a != b, a < b, a >= b);
    println!("{:x} {:b} {:#X} {:>8}|{:<8}|{:^8}|{:08}", a, b, a, a, b, a, b);
}
fn main() {
    all(i32::MAX, 7);
    all(i32::MIN, 3);
    all(100, 99);
    println!("{} {} {}", i32::BITS, std::mem::size_of::<i32>(), std::mem::align_of::<i32>());
}
