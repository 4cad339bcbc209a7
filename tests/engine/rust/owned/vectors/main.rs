#[derive(Debug, Clone, PartialEq)]
struct Loud(u8);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn total(numbers: &[i32]) -> i32 {
    numbers.iter().sum()
}

fn main() {
    let mut numbers = Vec::new();
    for number in [3, 1, 2] {
        numbers.push(number);
        println!("{} of {}", numbers.len(), numbers.capacity());
    }
    numbers.extend([9, 7]);
    println!("{:?} {} {}", numbers, numbers.capacity(), total(&numbers));
    numbers.insert(1, 5);
    let last = numbers.len() - 1;
    numbers[last] = numbers[0] * 10;
    println!("{} {:?} {:?}", numbers.remove(0), numbers.pop(), numbers.get(9));
    numbers.sort();
    numbers.reverse();
    println!("{:?} {:?} {:?}", &numbers[1..], numbers.first(), numbers.iter().max());
    for number in &mut numbers {
        *number += 1;
    }
    println!("{}", numbers == [10, 6, 3, 2]);
    let doubled: Vec<i32> = numbers.iter().copied().rev().skip(1).collect();
    println!("{:?} {}", doubled, size_of::<Vec<u8>>() + size_of::<Option<Vec<u8>>>());
    let mut loud = vec![Loud(1), Loud(2), Loud(3), Loud(4)];
    let taken = loud.swap_remove(0);
    println!("{:?} {:?}", loud, taken);
    loud.truncate(2);
    println!("cut");
    for each in loud.drain(..1) {
        println!("drained {:?}", each);
    }
    let copies = vec![loud[0].clone(); 2];
    println!("{}", copies[0] == copies[1]);
    let mut parts = copies.into_iter();
    println!("{:?}", parts.next());
    let units = vec![(), (), ()];
    println!("{} {}", units.len(), units.into_iter().count());
}
