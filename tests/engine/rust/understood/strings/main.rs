struct Word<'a> { text: &'a str, n: usize }
#[derive(PartialEq, PartialOrd, Debug, Clone, Copy)]
struct V { major: u8, minor: u8 }
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() > b.len() { a } else { b } }
fn name(n: u8) -> &'static str { match n { 0 => "zero", 1 => "one", _ => "many" } }
impl<'a> Word<'a> { fn new(text: &'a str) -> Word<'a> { Word { text, n: text.len() } } fn text(&self) -> &str { self.text } }
fn main() {
    let s = "héllo";
    println!("{} {} {:?} [{:>8}]", s, s.len(), s, s);
    println!("{}", longest("abc", name(2)));
    let w = Word::new(s);
    println!("{} {} {}", w.text(), w.n, w.text == "héllo");
    println!("{} {}", name(0) < name(1), "".is_empty());
    let o: Option<&str> = Some("x");
    if let Some(t) = o { println!("{t} {:?}", o); }
    let words = ["a", "b"];
    println!("{:?} {}", words, words[1]);
    println!("{}", V { major: 1, minor: 2 } < V { major: 1, minor: 3 });
}
