fn fill(s: &mut [u8], v: u8) { for i in 0..s.len() { s[i] = v + i as u8; } }
fn main() { let mut a = [0u8; 10]; fill(&mut a[3..7], 50); println!("{:?}", a); let m = &mut a[..3]; m[0] = 1; m[2] = m[0] + 8; println!("{:?}", a); }
