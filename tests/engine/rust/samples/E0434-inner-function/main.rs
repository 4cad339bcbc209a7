fn main() {
    let x = 5;
    fn g() -> i32 {
        x
    }
}
