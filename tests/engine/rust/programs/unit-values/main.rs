fn nothing() {}
fn main() { let u = nothing(); println!("{:?} {:?}", u, { let _x = 1; }); let v = if true { } else { }; println!("{}", std::mem::size_of_val(&v)); }
