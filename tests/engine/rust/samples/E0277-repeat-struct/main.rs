struct P {
    x: i32,
}
fn main() {
    let a = [P { x: 1 }; 2];
}
