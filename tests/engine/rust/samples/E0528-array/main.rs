fn main() {
    let bytes = [1u8, 2];
    let [first, second, third, ..] = bytes;
    println!("{first} {second} {third}");
}
