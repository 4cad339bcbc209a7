macro_rules! measured {
    ($text:expr) => {{
        let kept = $text;
        drop(kept);
        println!("{}", kept);
    }};
}

fn main() {
    let text = String::from("a");
    measured!(text.clone());
    measured!(text);
}
