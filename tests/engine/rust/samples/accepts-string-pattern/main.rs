fn f(s: &str) -> bool {
    match s {
        "a" => true,
        _ => false,
    }
}
