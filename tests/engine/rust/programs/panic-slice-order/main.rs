fn main() { let a = [1, 2, 3]; let n = std::hint::black_box(2); println!("{:?}", &a[n..1]); }
