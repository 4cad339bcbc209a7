fn main() { let x = 5; assert!(x < 3, "x is {}", x); }
