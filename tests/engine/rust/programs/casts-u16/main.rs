fn from(x: u16) {
    print!("{} ", x as u8);
    print!("{} ", x as u16);
    print!("{} ", x as u32);
    print!("{} ", x as u64);
    print!("{} ", x as usize);
    print!("{} ", x as i8);
    print!("{} ", x as i16);
    print!("{} ", x as i32);
    print!("{} ", x as i64);
    print!("{} ", x as isize);
    println!();
}
fn main() {
    from(u16::MAX);
    from(u16::MIN);
    from(100);
}
