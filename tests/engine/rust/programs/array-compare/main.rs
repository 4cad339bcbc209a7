fn main() { let a = [1, 2, 3]; let b = [1, 2, 4]; println!("{} {} {} {}", a == b, a < b, (1, 2) < (1, 3), a != b); let x = &a[..]; println!("{}", x == &b[..]); }
