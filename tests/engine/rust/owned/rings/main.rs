use std::collections::VecDeque;

struct Loud(u8);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut ring = VecDeque::new();
    for number in 1..=5 {
        ring.push_back(number);
    }
    ring.push_front(0);
    println!("{:?} {:?} {}", ring.pop_front(), ring.pop_back(), ring.len());
    ring.extend([8, 9]);
    ring[1] += 10;
    println!("{:?} {:?} {:?} {}", ring, ring.front(), ring.back(), ring[1]);
    println!("{}", ring.iter().rev().map(|n| n * 2).sum::<i32>());
    let mut loud: VecDeque<Loud> = (0..3).map(Loud).collect();
    loud.push_front(Loud(7));
    let first = loud.pop_front();
    println!("{}", first.is_some());
    for each in loud {
        println!("{}", each.0);
    }
    let nested: Result<Option<u8>, String> = Ok(Some(3));
    println!("{:?} {:?}", nested.transpose(), [Some(1), None].into_iter().sum::<Option<i32>>());
}
