use std::collections::HashMap;
fn main() {
    let mut scores = HashMap::new();
    scores.insert(String::from("Blue"), 10);
    scores.insert(String::from("Yellow"), 50);
    let team = String::from("Blue");
    println!("{}", scores.get(&team).copied().unwrap_or(0));
    scores.entry(String::from("Blue")).or_insert(50);
    *scores.entry("Red".to_string()).or_insert(0) += 7;
    let mut keys: Vec<_> = scores.iter().collect();
    keys.sort();
    for (k, v) in keys {
        println!("{}: {}", k, v);
    }
    println!("{}", scores["Yellow"]);
    println!("{:?}", scores.get("Nobody"));
    println!("{:?}", scores.remove("Red"));
    let text = "hello world wonderful world";
    let mut map: HashMap<&str, u32> = HashMap::new();
    for word in text.split_whitespace() {
        let count = map.entry(word).or_insert(0);
        *count += 1;
    }
    println!("{} {}", map["world"], map.len());
    if let Some(n) = map.get_mut("hello") {
        *n += 1;
    }
    println!("{}", map.contains_key("hello"));
    let total: u32 = map.values().sum();
    println!("{}", total);
    let squares: HashMap<i32, i32> = (1..1000).map(|n| (n, n * n)).collect();
    println!("{}", (1..1000).all(|n| squares[&n] == n * n));
    println!("{}", std::mem::size_of::<HashMap<i32, i32>>());
}
