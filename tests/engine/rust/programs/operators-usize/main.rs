fn all(a: usize, b: usize) {
    println!("{} {} {} {}", a / b, a % b, a & b, a | b);
    println!("{} {} {} {}", a ^ b, !a, a << 1, a >> 1);
    println!("{} {} {}", a.wrapping_add(b), a.wrapping_sub(b), a.wrapping_mul(b));
    println!("{} {} {} {}", a == b, a != b, a < b, a >= b);
    println!("{:x} {:b} {:#X} {:>8}|{:<8}|{:^8}|{:08}", a, b, a, a, b, a, b);
}
fn main() {
    all(usize::MAX, 7);
    all(usize::MIN, 3);
    all(100, 99);
    println!("{} {} {}", usize::BITS, std::mem::size_of::<usize>(), std::mem::align_of::<usize>());
}
