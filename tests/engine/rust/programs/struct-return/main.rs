struct Point { x: i32, y: i32 }
fn make(x: i32, y: i32) -> Point { Point { x, y } }
fn add(a: &Point, b: &Point) -> Point { make(a.x + b.x, a.y + b.y) }
fn main() { let p = make(3, -4); let q = add(&p, &make(10, 20)); println!("{} {} {} {}", p.x, p.y, q.x, q.y); }
