struct P { b: Box<Box<i32>>, a: [Box<u8>; 2] }
fn f(b: Box<Box<u8>>) -> Box<Box<u8>> { b }
fn main() {
    let x: Box<Box<u8>>= Box::new(Box::new(1));
    let y: Box<u8>= Box::new(9);
    println!("{} {} {}", x, y, f(Box::new(Box::new(2))));
    let p = P { b: Box::new(Box::new(3)), a: [Box::new(4), Box::new(5)] };
    println!("{} {}", p.b, p.a[1]);
    println!("{} {}", std::mem::size_of::<Box<Box<u8>>>(), std::mem::size_of::<[Box<u8>; 2]>() >> 1);
    let (a, b) = (3, 5);
    println!("{} {} {}", a < b, a << 1 > b, b >> 1 >= a);
}
