fn sum(s: &[i32]) -> i32 { let mut t = 0; for i in 0..s.len() { t += s[i]; } t }
fn main() { let a = [1, 2, 3, 4, 5, 6]; for i in 0..4 { print!("{} ", sum(&a[i..i + 3])); } println!(); println!("{} {} {}", sum(&a[..2]), sum(&a[4..]), sum(&a[..])); println!("{}", a[2..5].len()); }
