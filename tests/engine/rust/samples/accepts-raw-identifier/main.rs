fn main() {
    let r#type = 1;
    println!("{}", r#type);
}
