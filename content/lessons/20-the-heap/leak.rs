fn main() {
    let mut round = 0u64;
    while round < 40 {
        let page = Box::new([round; 512]);
        std::mem::forget(page);
        round += 1;
    }
}
