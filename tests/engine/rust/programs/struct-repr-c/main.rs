#[repr(C)]
struct C { a: u8, b: u32, c: u8 }
struct R { a: u8, b: u32, c: u8 }
fn main() { println!("{} {}", std::mem::size_of::<C>(), std::mem::size_of::<R>()); let c = C { a: 1, b: 2, c: 3 }; let base = &c as *const C as usize; println!("{} {}", &c.b as *const u32 as usize - base, &c.c as *const u8 as usize - base); let r = R { a: 1, b: 2, c: 3 }; println!("{}", c.a as u32 + c.b + c.c as u32 + r.a as u32 + r.b + r.c as u32); }
