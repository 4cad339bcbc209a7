struct P { x: i32, y: i32 }
fn bump(v: &mut i32) { *v += 10; }
fn main() { let mut p = P { x: 1, y: 2 }; bump(&mut p.x); let r = &mut p; r.y = 7; bump(&mut r.y); println!("{} {}", p.x, p.y); let mut a = [1, 2, 3]; bump(&mut a[1]); println!("{:?}", a); }
