//# promised
fn first<'a: 'b, 'b>(first: &'a i32, _: &'b i32) -> &'b i32 {
    first
}
fn main() {
    println!("{}", first(&1, &2));
}
//# not-promised
fn first<'a, 'b: 'a>(first: &'a i32, _: &'b i32) -> &'b i32 {
    first
}
fn main() {}
//# promised-in-a-where
struct Both<'a, 'b> {
    left: &'a i32,
    right: &'b i32,
}
impl<'a, 'b> Both<'a, 'b>
where
    'a: 'b,
{
    fn get(&self) -> &'b i32 {
        if *self.left > 1 { self.left } else { self.right }
    }
}
fn main() {
    println!("{}", Both { left: &1, right: &2 }.get());
}
//# promised-by-the-impl
struct Part<'a> {
    text: &'a str,
}
impl<'a: 'b, 'b> Part<'a> {
    fn tell(&'a self, told: &'b str) -> &'b str {
        println!("{told}");
        self.text
    }
}
fn main() {
    println!("{}", Part { text: "a" }.tell("b"));
}
//# in-turn
fn last<'a: 'b, 'b: 'c, 'c>(first: &'a str, _: &'b str, _: &'c str) -> &'c str {
    first
}
fn main() {
    println!("{}", last("a", "b", "c"));
}
//# asked-of-the-caller
fn keep<'a: 'b, 'b>(kept: &mut Vec<&'b i32>, one: &'a i32) {
    kept.push(one);
}
fn main() {
    let mut all = vec![];
    {
        let one = 1;
        keep(&mut all, &one);
    }
    println!("{all:?}");
}
