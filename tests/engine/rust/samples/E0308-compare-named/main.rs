fn main() {
    let x = 5i32;
    let y = &x;
    let b = x == y;
}
