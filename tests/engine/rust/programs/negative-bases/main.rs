fn main() { println!("{:x} {:b} {:X} {:o} {:#x}", -1i8, -2i8, -255i16, -8i32, -1i64); }
