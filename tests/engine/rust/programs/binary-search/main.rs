fn find(a: &[i32], x: i32) -> isize { let (mut l, mut r) = (0, a.len()); while l < r { let m = l + (r - l) / 2; if a[m] == x { return m as isize; } else if a[m] < x { l = m + 1; } else { r = m; } } -1 }
fn main() { let a = [-5, 0, 3, 8, 13]; println!("{} {} {}", find(&a, 8), find(&a, -5), find(&a, 4)); }
