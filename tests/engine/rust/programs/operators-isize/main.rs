fn all(a: isize, b: isize) {
    println!("{} {} {} {}", a / b, a % b, a & b, a | b);
    println!("{} {} {} {}", a ^ b, !a, a << 1, a >> 1);
    println!("{} {} {}", a.wrapping_add(b), a.wrapping_sub(b), a.wrapping_mul(b));
    println!("{} {} {} {}", a == b, a != b, a < b, a >= b);
    println!("{:x} {:b} {:#X} {:>8}|{:<8}|{:^8}|{:08}", a, b, a, a, b, a, b);
}
fn main() {
    all(isize::MAX, 7);
    all(isize::MIN, 3);
    all(100, 99);
    println!("{} {} {}", isize::BITS, std::mem::size_of::<isize>(), std::mem::align_of::<isize>());
}
