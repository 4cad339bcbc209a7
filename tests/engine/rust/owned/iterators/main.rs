struct Countdown(u8);

impl Iterator for Countdown {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        if self.0 == 0 {
            return None;
        }
        self.0 -= 1;
        Some(self.0)
    }
}

fn largest<T: Ord + Copy>(items: &[T]) -> Option<T> {
    let mut best = None;
    for &item in items {
        if best < Some(item) {
            best = Some(item);
        }
    }
    best
}

fn main() {
    for number in Countdown(3) {
        print!("{number} ");
    }
    println!("{}", Countdown(5).zip(Countdown(4)).count());
    'rows: for (row, cells) in [[1, 2, 3], [4, 5, 6]].iter().enumerate() {
        for cell in cells {
            if *cell == 5 {
                break 'rows;
            }
            if cell % 2 == 0 {
                continue;
            }
            print!("{row}:{cell} ");
        }
    }
    println!();
    let mut letters = ['x', 'y', 'z'];
    for letter in letters.iter_mut() {
        *letter = 'w';
    }
    println!("{:?} {:?}", letters, ('a'..='e').rev().collect::<String>());
    let mut peeked = [1, 1, 2, 3, 3].into_iter().peekable();
    while let Some(number) = peeked.next() {
        let mut run = 1;
        while peeked.peek() == Some(&number) {
            peeked.next();
            run += 1;
        }
        print!("{number}x{run} ");
    }
    println!();
    println!("{:?} {}", (1..=4).product::<u32>(), (0..10).skip(2).step_by(3).sum::<i32>());
    println!("{:?}", [3, 1, 2].iter().min());
    println!("{:?}", Some(4).iter().cycle().take(3).collect::<Vec<_>>());
    println!("{:?}", [Some(1), None, Some(2)].into_iter().collect::<Option<Vec<i32>>>());
    let pairs: Vec<(usize, char)> = "ab".chars().enumerate().collect();
    println!("{:?} {:?}", pairs, [1, 2, 3, 4, 5].windows(2).last());
    println!("{:?}", largest(&[2, 9, 4]));
}
