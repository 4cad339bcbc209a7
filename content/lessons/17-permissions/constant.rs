fn main() {
    let word = "bread";
    println!("{word}");
    let place = word.as_ptr() as *mut u8;
    unsafe { *place = b'd' };
    println!("{word}");
}
