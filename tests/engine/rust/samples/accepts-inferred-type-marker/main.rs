fn marker() {
    let x: _ = 5u16;
}
