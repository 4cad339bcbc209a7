fn main() {
    let before: u8 = 1;
    helper();
    let after: u8 = 2;
    helper()
}

fn helper() {
    let x: u32 = 7;
}
