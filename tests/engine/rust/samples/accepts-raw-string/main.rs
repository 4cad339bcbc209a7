fn f() {
    println!("{}", r"a\b");
}
