fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().collect::<String>() + letters.as_str(),
        None => String::new(),
    }
}
fn main() {
    for each in 'ß'.to_uppercase() {
        println!("{each}");
    }
    println!("{} {} {}", 'b'.to_uppercase(), 'Ä'.to_lowercase(), 'ǆ'.to_uppercase());
    println!("{} {}", "hello wörld, straße ﬃ ÿ ж λ".to_uppercase(), "HeLLO ÀÞŽ ΣΟΦΟΣ Ω İ Ⱥ 𐐀".to_lowercase());
    println!("{} {}", capitalised("élan"), capitalised("word"));
    println!("{:?} {}", 'z'.to_uppercase().next(), 'q'.to_uppercase().to_string().len());
    let count = "Mixed Case".chars().filter(|c| c.to_lowercase().next() == Some(*c)).count();
    println!("{count}");
}
