/// Where so many free blocks stand in a row.
fn place(ram: &[u8], count: usize) -> Option<usize> {
    let mut start = 0;
    while start + count <= ram.len() {
        if ram[start..start + count].iter().all(|block| *block == b'.') {
            return Some(start);
        }
        start += 1;
    }
    None
}

fn main() {
    let ram = b"KK...AAA....BB..";
    let free = ram.iter().filter(|block| **block == b'.').count();
    println!("free: {free}");
    println!("place for 4: {:?}", place(ram, 4));
    println!("place for 6: {:?}", place(ram, 6));
}
