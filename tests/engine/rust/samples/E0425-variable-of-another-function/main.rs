fn first() {
    let x: u8 = 1;
}

fn second() {
    let y = x;
}
