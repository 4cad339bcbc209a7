struct Node { value: i32, left: usize, right: usize }
fn main() { let root = Box::new(Node { value: 8, left: 1, right: 2 }); println!("{} {} {}", root.value, root.left, root.right); let b = Box::new([1u64, 2, 3]); println!("{}", b[0] + b[2]); let moved = b; println!("{}", moved.len()); }
