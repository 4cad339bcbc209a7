struct Mixed { a: u8, b: u64, c: u16 }
#[repr(C)]
struct Ordered { a: u8, b: u64, c: u16 }
fn main() { println!("{} {}", std::mem::size_of::<Mixed>(), std::mem::align_of::<Mixed>()); println!("{} {}", std::mem::size_of::<Ordered>(), std::mem::size_of::<[u16; 5]>()); println!("{} {} {}", std::mem::size_of::<&u8>(), std::mem::size_of::<&[u8]>(), std::mem::size_of::<(u8, u32)>()); let x = [0u32; 7]; println!("{}", std::mem::size_of_val(&x)); }
