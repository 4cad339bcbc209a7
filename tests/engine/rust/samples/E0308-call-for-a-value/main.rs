fn helper() {}

fn example() {
    let x: u8 = helper();
}
