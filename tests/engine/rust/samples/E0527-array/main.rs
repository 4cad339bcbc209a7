fn main() {
    let bytes = [1u8, 2, 3];
    let [low, high] = bytes;
    println!("{low} {high}");
}
