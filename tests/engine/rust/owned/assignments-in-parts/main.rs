struct P(u8);
impl Drop for P { fn drop(&mut self) { println!("drop {}", self.0); } }
fn three() -> (i32, u8, char) { (1, 2, 'c') }
fn main() {
    let (x, y, c);
    (x, ..) = three();
    (.., y, c) = (1u64, 2i16, 'd');
    println!("{x} {y} {c}");
    let (mut first, mut last) = (0, 0);
    (first, .., last) = (first + 7, 'x', "no", 9);
    println!("{first} {last}");
    let inner;
    (.., (inner, ..)) = (1, 2, (3u8, 4));
    println!("{inner}");
    let p;
    (p, ..) = (P(1), P(2), P(3));
    println!("kept {}", p.0);
}
