fn example() {
    let x: u8 = ;
}
