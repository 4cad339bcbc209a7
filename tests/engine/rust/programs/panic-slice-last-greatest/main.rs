fn main() { let a = [1, 2, 3]; let n = usize::MAX; let s = &a[..=n]; println!("{}", s.len()); }
