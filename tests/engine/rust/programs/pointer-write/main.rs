fn main() { let mut x = 5u32; let p = &mut x as *mut u32; unsafe { *p += 1; p.write(*p * 10); } println!("{x}"); let q = &raw const x; println!("{}", unsafe { q.read() }); }
