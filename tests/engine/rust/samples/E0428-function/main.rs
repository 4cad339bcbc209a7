fn a() {}

fn b() {}

fn a() {
    let x: u8 = 1;
}
