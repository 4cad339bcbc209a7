fn popcount(mut n: u32) -> u32 { let mut c = 0; while n != 0 { n &= n - 1; c += 1; } c }
fn reverse(n: u8) -> u8 { let mut r = 0u8; for i in 0..8 { r |= ((n >> i) & 1) << (7 - i); } r }
fn main() { println!("{} {} {}", popcount(0), popcount(0xFFFF_0001), popcount(u32::MAX)); println!("{:08b} {:08b}", reverse(0b0000_0001), reverse(0b1101_0010)); println!("{:#x} {}", !0x0F0Fu16, !5i32); }
