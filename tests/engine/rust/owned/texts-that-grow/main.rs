use std::fmt;
use std::fmt::Write;

struct Point {
    x: i32,
    y: i32,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "({}, {})", self.x, self.y)
    }
}

fn shout(text: &str) -> String {
    text.to_ascii_uppercase() + "!"
}

fn main() {
    let mut text = String::from("page");
    text.push_str(" table");
    text.push('é');
    println!("{text} {} {:?}", text.len(), text);
    println!("{} {}", &text[5..], shout(&text[..4]));
    let line = format!("{:>12}|{:<6}|{}", text.trim_end_matches('é'), 4, Point { x: 1, y: -2 });
    println!("{line}");
    for (index, part) in line.split('|').enumerate() {
        println!("{index} [{part}] {}", part.trim());
    }
    for (at, letter) in "aé漢".char_indices().rev() {
        print!("{at}{letter} ");
    }
    println!();
    let mut counted = String::new();
    for number in (0..7).step_by(3) {
        write!(counted, "{number};").unwrap();
    }
    println!("{counted} {:?} {:?}", counted.find('3'), counted.split_once(';'));
    println!("{:?} {:?}", "42".parse::<u8>(), "4x".parse::<i32>().is_err());
    println!("{:?}", "one two  three\nfour".split_whitespace().collect::<Vec<_>>());
    println!("{}", ["a", "b", "c"].join("-") + &vec!["x".to_string(), 7.to_string()].concat());
    println!("{}", counted == "0;3;6;" && "0;3;6;" == counted);
    println!("{:?}", counted.pop().into_iter().chain("ab".chars()).collect::<String>());
    println!("{}", text.replace("a", "A").to_string().lines().count());
}
