fn crc(bytes: &[u8]) -> u32 { let mut c = 0xFFFF_FFFFu32; for i in 0..bytes.len() { c ^= bytes[i] as u32; for _ in 0..8 { c = if c & 1 == 1 { (c >> 1) ^ 0xEDB8_8320 } else { c >> 1 }; } } !c }
fn main() { println!("{:08x}", crc(&[49, 50, 51, 52, 53, 54, 55, 56, 57])); println!("{:08X}", crc(&[])); }
