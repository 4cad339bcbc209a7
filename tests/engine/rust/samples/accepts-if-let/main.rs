fn example() {
    let x: u8 = 1;
    if let 1 = x {
        let y: u8 = 2;
    }
}
