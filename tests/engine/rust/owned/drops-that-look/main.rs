struct D<'a>(&'a u8);
impl Drop for D<'_> { fn drop(&mut self) { println!("{}", self.0); } }
fn take(d: D) {}
fn main() {
    let y = 7;
    let d;
    d = D(&y);
    let mut z = 1;
    let q = D(&z);
    take(q);
    z += 1;
    println!("{z}");
    let b: Box<D> = Box::new(D(&z));
    let v = [D(&y), D(&z)];
    let o = Some(D(&y));
}
