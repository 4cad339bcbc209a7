fn main() { let mut a = [1, 2, 3]; let (s, e) = (3, 2); println!("{:?}", &a[s..=e]); let r = &mut a[0..=e]; r[2] = 5; println!("{:?}", a); println!("{:?}", &a[3..=3]); }
