fn main() {
    let mut values = [1u8, 2, 3];
    let first = values.as_ptr();
    println!("{}", unsafe { *first.wrapping_add(1) });
    let p = &mut values[2] as *mut u8;
    unsafe {
        println!("{}", p.replace(9));
        println!("{:?}", p.as_ref());
        if let Some(value) = p.as_mut() {
            *value += 1;
        }
    }
    println!("{values:?}");
}
