fn sort(a: &mut [i32]) { let n = a.len(); for i in 0..n { let mut swapped = false; for j in 0..n - 1 - i { if a[j] > a[j + 1] { let t = a[j]; a[j] = a[j + 1]; a[j + 1] = t; swapped = true; } } if !swapped { break; } } }
fn main() { let mut a = [5, -3, 9, 0, 2, -8, 7]; sort(&mut a); println!("{:?}", a); sort(&mut a[2..5]); println!("{:?}", &a[2..5]); }
