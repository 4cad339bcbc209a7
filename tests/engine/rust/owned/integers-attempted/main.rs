use std::convert::TryFrom;
fn narrow(x: i64) -> Result<u8, std::num::TryFromIntError> { let y = u8::try_from(x)?; Ok(y) }
fn main() {
    println!("{:?} {:?} {:?}", u8::try_from(300i32), i8::try_from(-128i64), u32::try_from(-1i8));
    let x: Result<u16, _> = 70000u32.try_into();
    println!("{:?}", x);
    let y: u64 = 5usize.try_into().unwrap();
    println!("{y} {:?} {:?}", usize::try_from(7u64), u64::try_from(3u8));
    match narrow(-5) { Ok(v) => println!("{v}"), Err(e) => println!("{e}") }
    println!("{:?} {:?}", char::try_from(97u32), char::try_from(0xD800u32));
    let z: i32 = (1i64 << 40).try_into().unwrap();
    println!("{z}");
}
