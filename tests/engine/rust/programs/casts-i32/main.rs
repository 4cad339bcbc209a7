fn from(x: i32) {
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
    from(i32::MAX);
    from(i32::MIN);
    from(100);
}
