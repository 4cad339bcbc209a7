fn largest<'a>(a: &'a i32, b: &'a i32) -> &'a i32 { if *a > *b { a } else { b } }
fn main() { let x = 4; let y = 9; let r = largest(&x, &y); let rr = &r; println!("{} {}", *r, **rr + 1); let mut z = 1; { let m = &mut z; *m <<= 4; } println!("{z}"); }
