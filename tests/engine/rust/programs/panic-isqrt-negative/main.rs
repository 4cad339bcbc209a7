fn main(){ let x=-2i8; println!("{}", x.isqrt()); }
