fn area(w: u32, h: u32) -> u32 { w * h }
fn main() { assert_eq!(area(3, 4), 12); assert_eq!(area(5, 5), 24, "a square of {}", 5); }
