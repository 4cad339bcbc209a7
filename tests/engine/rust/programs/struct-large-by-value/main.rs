struct Big { a: [u64; 6], tag: u8 }
fn sum(big: Big) -> u64 { let mut s = big.tag as u64; for i in 0..6 { s += big.a[i]; } s }
fn bump(mut big: Big) -> Big { big.a[5] = 100; big.tag += 1; big }
fn main() { let b = Big { a: [1, 2, 3, 4, 5, 6], tag: 9 }; let c = bump(b); println!("{} {}", c.a[5], c.tag); println!("{}", sum(c)); }
