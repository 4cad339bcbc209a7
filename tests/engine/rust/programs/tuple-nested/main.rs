fn f() -> (u8, (i32, bool)) { (1, (-2, true)) }
fn main() { let t = f(); let (a, (b, c)) = t; println!("{} {} {} {:?} {}", a, b, c, t, t.1.0); }
