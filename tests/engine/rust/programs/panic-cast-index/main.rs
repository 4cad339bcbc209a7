fn main() { let signed: i32 = std::hint::black_box(-1); let a = [1u8, 2, 3]; println!("{}", a[1]); println!("{}", a[signed as usize]); }
