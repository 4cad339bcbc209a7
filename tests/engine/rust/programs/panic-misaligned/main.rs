fn main() { let a = [0u64; 2]; let p = a.as_ptr() as *const u8; println!("before"); let q = unsafe { p.add(1) } as *const u32; println!("{}", unsafe { *q } == 0 && q as usize == 0); }
