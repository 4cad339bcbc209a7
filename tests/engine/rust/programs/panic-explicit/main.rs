fn main() { print!("partial"); panic!(); }
