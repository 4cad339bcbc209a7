fn names() {
    let u8: u8 = 5;
    let bool = true;
    let names = u8;
    let _hidden = names;
}
