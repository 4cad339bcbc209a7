fn all(a: u64, b: u64) {
    println!("{} {} {} {}", a / b, a % b, a & b, a | b);
    println!("{} {} {} {}", a ^ b, !a, a << 1, a >> 1);
    println!("{} {} {}", a.wrapping_add(b), a.wrapping_sub(b), a.wrapping_mul(b));
    println!("{} {} {} {}", a == b, a != b, a < b, a >= b);
    println!("{:x} {:b} {:#X} {:>8}|{:<8}|{:^8}|{:08}", a, b, a, a, b, a, b);
}
fn main() {
    all(u64::MAX, 7);
    all(u64::MIN, 3);
    all(100, 99);
    println!("{} {} {}", u64::BITS, std::mem::size_of::<u64>(), std::mem::align_of::<u64>());
}
