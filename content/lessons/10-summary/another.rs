fn main() {
    let a: u16 = 500;
    let b: i64 = -1;
    let c: bool = true;
    let sum: u16 = a + 11;
}
