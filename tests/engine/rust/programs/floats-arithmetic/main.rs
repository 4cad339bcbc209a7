fn half(x: f64) -> f64 { x / 2.0 }
fn mix(a: i32, x: f32, b: u8, y: f64, c: [f64; 2]) -> f32 { (a as f32 + x) * b as f32 - (y * c[1]) as f32 }
const K: f64 = 1.5 * 2.0;
static mut S: f32 = -0.25;
struct P { x: f64, y: f32 }
fn main() {
    let a = 1.5;
    let b = half(a) + K;
    println!("{} {}", (b * 1000.0) as i64, mix(3, 1.5, 4, 2.0, [1.0, 0.5]) as i32);
    let p = P { x: a, y: 2.5 };
    let t = (p.x, p.y, [1.0f32; 5]);
    println!("{} {} {}", (t.0 * 10.) as u8, (t.1 % 1.0 * 100.0) as i32, t.2[3] as u64);
    println!("{} {} {} {}", a < b, a == 1.5, a != 1.5, a >= b);
    println!("{} {} {} {} {}", -1.5f64 as u8, 1e20 as i32, (0.0f64 / 0.0) as i32, 300.7 as u8, -1e30 as i64);
    unsafe { S += 1.0; println!("{}", (S * 100.0) as i32); }
    let bx = Box::new(2.25f64);
    println!("{} {}", (*bx * 100.0) as i32, (-*bx) as i32);
    let n: u64 = 0xFFFF_FFFF_FFFF_FFFF;
    println!("{} {}", n as f64 as u64, 16777217i32 as f32 as i32);
    let v = [3.5, -1.0];
    println!("{:?} {:?}", v == [3.5, -1.0], (1.0, 2) < (1.0, 3));
    println!("{:?}", 1.0f64.partial_cmp(&2.0));
    let mut s = 0.0; for i in 0..10 { s += i as f64 * 0.1; } println!("{}", (s * 1e6) as i64);
    if s > 4.4 && !(s < 1.0) { println!("big"); }
}
