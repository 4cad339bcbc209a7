#[derive(Debug)] struct P { a: u8, b: (i16, Option<u32>) }
fn main() {
    println!("{:x?} {:02X?} {:#x?} {:#06X?}", [10, 255], [1u8, 171], 255, 10);
    println!("{:x?} {:?} {:x?}", P { a: 200, b: (-1, Some(3000)) }, 16, "text");
    println!("{:4x?}|{:x?}|{:x?}", &[1u8, 16][..], 1.5, true);
}
