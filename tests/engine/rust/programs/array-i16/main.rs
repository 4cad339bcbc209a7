fn sum(a: &[i16]) -> i16 { let mut s = 0; for i in 0..a.len() { s += a[i]; } s }
fn main() {
    let mut a: [i16; 5] = [1, 2, 3, 4, 5];
    a[2] *= 4;
    let b = a;
    a[0] = 9;
    println!("{:?} {:?} {} {}", a, b, sum(&a), sum(&b[1..3]));
    println!("{:?} {:?} {:?}", &a[..2], &a[3..], &a[1..=2]);
    println!("{}", std::mem::size_of_val(&a));
}
