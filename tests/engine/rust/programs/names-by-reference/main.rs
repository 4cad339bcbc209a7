fn f(ref x: i32, ref mut y: (i32, i32)) -> i32 { y.0 += 1; *x + y.0 }
fn main() {
    let ref m = 5;
    let ref mut n = 6;
    *n += 1;
    println!("{} {}", m, n);
    println!("{}", f(1, (2, 3)));
    let mut p = (1, Box::new(2));
    let (ref a, ref mut b) = p;
    **b += *a;
    println!("{:?}", p);
    match p { (ref x, ref y) => println!("{x} {y}") }
    let c = |&(x, y): &(i32, i32)| x + y;
    println!("{}", c(&(1, 2)));
    if let Some(ref mut v) = Some(3) { *v += 1; println!("{v}"); }
}
