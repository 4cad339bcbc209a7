fn main() { let a = [1, 2, 3]; let (s, e) = (4, 7); println!("{:?}", &a[s..e]); }
