fn main() {
    let number: u32 = 0x12345678;
}
