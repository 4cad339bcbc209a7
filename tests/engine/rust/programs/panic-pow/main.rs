fn main(){ let x=10i32; println!("{}", x.pow(10)); }
