fn main(x: i32) {
    let y = x;
}
