fn f(r: &i32) -> i32 { *r }
fn main() { let x = 4; let r = &x; let rr = &r; println!("{} {} {}", **rr, f(rr), rr); let b = Box::new(9); println!("{}", f(&b)); let mut y = 1; { let m = &mut y; *m += 1; let n = &mut *m; *n += 1; } println!("{}", y); }
