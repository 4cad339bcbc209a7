fn example() {
    let x: std::string::String;
}
