fn main() {
    let mut code = 100u32;
    let mut sum = 0u64;
    let mut n = 0u64;
    while code < 0x800 {
        if let Some(c) = std::char::from_u32(code) {
            let bits = c.is_alphabetic() as u64 | (c.is_numeric() as u64) << 1 | (c.is_uppercase() as u64) << 2 | (c.is_lowercase() as u64) << 3 | (c.is_whitespace() as u64) << 4 | (c.is_alphanumeric() as u64) << 5;
            sum = sum.wrapping_mul(31).wrapping_add(bits);
            n += 1;
            if n % 10 == 0 { println!("{code:x} {sum}"); }
        }
        code += 13;
    }
    println!("{sum} {:?}", std::char::from_digit(3, 10));
}
