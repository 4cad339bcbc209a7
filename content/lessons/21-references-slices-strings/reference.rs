fn main() {
    let x: u8 = 42;
    let r = &x;
    let copy = *r;
}
