fn unhex(s: &str) -> Option<Vec<u8>> {
    (0..s.len() / 2)
        .map(|i| u8::from_str_radix(s.get(i * 2..i * 2 + 2)?, 16).ok())
        .collect()
}
fn main() {
    println!("{:?} {:?}", unhex("ff01"), unhex("zz"));
    let f = |v: &[i32]| {
        let a = v.first()?;
        Some(a + 1)
    };
    println!("{:?} {:?}", f(&[1]), f(&[]));
    let g = |s: &str| -> Result<i32, std::num::ParseIntError> {
        let n: i32 = s.parse()?;
        Ok(n * 2)
    };
    println!("{:?} {:?}", g("4"), g("x").is_err());
}
