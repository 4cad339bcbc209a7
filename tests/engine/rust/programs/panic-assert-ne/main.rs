fn main() { let a = [1, 2]; assert_ne!(a, [1, 3]); assert_ne!(a[0], 1); }
