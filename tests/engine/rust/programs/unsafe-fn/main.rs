unsafe fn peek(p: *const u16) -> u16 { unsafe { *p } }
fn main() { let x = 0xABCDu16; println!("{:x}", unsafe { peek(&x) }); }
