#[derive(Debug)]
enum Command<'a> { Say(&'a str), Stop }
fn parse(s: &str) -> Option<u8> { match s { "one" => Some(1), "two" | "zwei" => Some(2), "" => None, other if other.len() > 3 => Some(9), _ => Some(0) } }
fn run(c: &Command) -> u8 { match c { Command::Say("hi") => 1, Command::Say(_) => 2, Command::Stop => 3 } }
fn main() {
    println!("{:?} {:?} {:?} {:?} {:?}", parse("one"), parse("zwei"), parse(""), parse("long"), parse("ab"));
    println!("{} {} {}", run(&Command::Say("hi")), run(&Command::Say("ho")), run(&Command::Stop));
    let pair = ("a", 1);
    match pair { ("a", 2) => println!("no"), ("b", _) => println!("no"), ("a", n) => println!("yes {n}"), _ => println!("none") }
    if let "x" = "x" { println!("x"); }
    let s = "aéb€";
    println!("{} {} {} {} {} {}", &s[..], &s[1..3], &s[3..], &s[..=0], &s[..4], &s[0..=2]);
    let t: &str = &s[1..]; println!("{t} {}", t[2..].len());
    let b = s.as_bytes(); println!("{:?} {} {}", b, b[1], s.is_char_boundary(2));
    println!("{} {:?}", "Hello".eq_ignore_ascii_case("hELLO"), s.split_at(3));
    println!("[{}] {}", "  x y ".trim_ascii(), s.is_ascii());
    println!("{:?}", Command::Say("q"));
}
