fn f(n: u8) -> bool { matches!(n, 1 | 2) }
