fn all(a: i16, b: i16) {
    println!("{} {} {} {}", a / b, a % b, a & b, a | b);
    println!("{} {} {} {}", a ^ b, !a, a << 1, a >> 1);
    println!("{} {} {}", a.wrapping_add(b), a.wrapping_sub(b), a.wrapping_mul(b));
    println!("{} {} {} {}", a == b, a != b, a < b, a >= b);
    println!("{:x} {:b} {:#X} {:>8}|{:<8}|{:^8}|{:08}", a, b, a, a, b, a, b);
}
fn main() {
    all(i16::MAX, 7);
    all(i16::MIN, 3);
    all(100, 99);
    println!("{} {} {}", i16::BITS, std::mem::size_of::<i16>(), std::mem::align_of::<i16>());
}
