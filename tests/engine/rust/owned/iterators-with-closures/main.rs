#[derive(Debug, Clone)]
struct Page {
    frame: u32,
    is_dirty: bool,
}

fn main() {
    let pages: Vec<Page> = (1..=6).map(|frame| Page { frame, is_dirty: frame % 2 == 0 }).collect();
    let dirty: Vec<u32> = pages.iter().filter(|page| page.is_dirty).map(|page| page.frame).collect();
    println!("{:?} {}", dirty, dirty.iter().fold(0, |all, frame| all + frame));
    println!("{:?}", pages.iter().position(|page| page.frame == 4));
    println!("{} {}", pages.iter().any(|page| page.frame > 5), pages.iter().all(|page| page.is_dirty));
    println!("{:?}", pages.iter().find(|page| page.frame > 2).map(|page| page.frame * 10));
    println!("{:?}", pages.iter().max_by_key(|page| page.frame % 4));
    let (even, odd): (Vec<i32>, Vec<i32>) = (0..8).partition(|number| number % 2 == 0);
    println!("{:?} {:?}", even, odd);
    let words = vec!["tlb", "page table", "frame"];
    let letters: String = words.iter().flat_map(|word| word.chars().take(2)).collect();
    println!("{letters} {:?}", words.iter().map(|word| word.len()).collect::<Vec<_>>());
    let mut sorted = words.clone();
    sorted.sort_by(|one, other| other.len().cmp(&one.len()));
    println!("{:?}", sorted);
    sorted.sort_by_key(|word| word.len());
    println!("{:?}", sorted);
    sorted.retain(|word| word.contains('a'));
    println!("{:?}", sorted);
    println!("{:?}", "a1b22c".split(|c: char| c.is_ascii_digit()).collect::<Vec<&str>>());
    println!("{:?}", (1..).take_while(|n| n * n < 50).skip_while(|n| *n < 4).collect::<Vec<u32>>());
    println!("{:?}", "3,x,5".split(',').filter_map(|part| part.parse::<i32>().ok()).sum::<i32>());
    let parsed: Result<Vec<i32>, _> = "3,x".split(',').map(|part| part.parse::<i32>()).collect();
    println!("{:?} {:?}", parsed.is_err(), parsed.map_err(|error| error.to_string()));
    println!("{:?}", [1, 2, 3].iter().scan(0, |sum, n| { *sum += n; Some(*sum) }).collect::<Vec<i32>>());
    println!("{:?}", std::iter::successors(Some(1u32), |n| if *n < 100 { Some(n * 3) } else { None }).last());
    println!("{}", Some(3i32).and_then(|n| n.checked_sub(4)).unwrap_or_else(|| 0));
    let pairs: Vec<(char, usize)> = "aab".chars().rev().zip(1..).collect();
    let (left, right): (Vec<char>, Vec<usize>) = pairs.into_iter().unzip();
    println!("{:?} {:?}", left, right);
    let mut count = 0;
    vec![vec![1], vec![], vec![2, 3]].into_iter().flatten().for_each(|n| count += n);
    println!("{count}");
}
