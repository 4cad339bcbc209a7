fn partition(a: &mut [i32], low: usize, high: usize) -> usize { let pivot = a[high]; let mut i = low; let mut j = low; while j < high { if a[j] <= pivot { let t = a[i]; a[i] = a[j]; a[j] = t; i += 1; } j += 1; } let t = a[i]; a[i] = a[high]; a[high] = t; i }
fn quick(a: &mut [i32], low: usize, high: usize) { if low < high { let p = partition(a, low, high); if p > 0 { quick(a, low, p - 1); } quick(a, p + 1, high); } }
fn main() { let mut a = [9, 4, 7, 1, 8, 2, 2, -5]; quick(&mut a, 0, 7); println!("{:?}", a); }
