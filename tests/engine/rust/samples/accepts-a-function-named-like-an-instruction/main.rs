fn add() {
    let x: u8 = 1;
}

fn call() {
    add();
}
