fn example() {
    let x: u8 = 1;
    match x {
        _ => {}
    }
}
