struct P { x: i32 }
const Q: P = P { x: 1 };
const R: (P, u8) = (P { x: 2 }, 3);
fn take(p: P) -> i32 { p.x }
fn main() {
    let a = Q;
    let c = [Q, Q];
    let d = [Q; 3];
    let e = R.0;
    println!("{} {} {} {} {}", a.x, c[1].x, d[2].x, e.x, take(Q) + take(R.0));
}
