use std::hint::black_box as b;
fn main() { let s = "aéb€"; let r = match b(3) {
 1 => &s[b(2)..], 2 => &s[..b(2)], 3 => &s[b(3)..b(1)], 4 => &s[b(1)..b(20)], 5 => &s[b(9)..], 6 => &s[b(1)..=b(1)], _ => &s[b(5)..b(6)] }; println!("{r}"); }
