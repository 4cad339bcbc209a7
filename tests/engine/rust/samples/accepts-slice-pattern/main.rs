fn f(a: [u8; 2]) -> u8 { let [x, y] = a; x + y }
