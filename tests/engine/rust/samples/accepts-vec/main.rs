fn example() {
    let x: Vec<u8> = Vec::new();
}
