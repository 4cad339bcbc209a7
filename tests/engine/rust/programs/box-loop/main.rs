fn main() { let mut s = 0u64; for i in 0..1000u64 { let b = Box::new([i; 10]); s += b[3]; } println!("{}", s); let mut b = Box::new(1); for i in 0..5 { b = Box::new(*b + i); } println!("{}", b); }
