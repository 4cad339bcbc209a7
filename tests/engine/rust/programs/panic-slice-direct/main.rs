fn main() { let a = [1u16, 2, 3]; let n = std::hint::black_box(4); println!("{}", a[1..].len()); println!("{}", a[1..n].len()); }
