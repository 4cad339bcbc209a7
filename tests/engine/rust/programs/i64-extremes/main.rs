fn main() { let low = i64::MIN; let high = i64::MAX; println!("{low} {high} {}", low + high); println!("{} {}", low / 2, high % 1000); println!("{} {}", (low as u64) >> 63, (-1i64) as u32); }
