fn main(){ let x=0u32; println!("{}", x.ilog2()); }
