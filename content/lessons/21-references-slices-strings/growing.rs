fn main() {
    let mut list: Vec<u32> = Vec::new();
    let mut room = 0;
    for number in 1..=20 {
        list.push(number);
        if list.capacity() != room {
            room = list.capacity();
            println!("{number}: room for {room} at {:p}", list.as_ptr());
        }
    }
}
