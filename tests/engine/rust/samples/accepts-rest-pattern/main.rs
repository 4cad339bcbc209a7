fn f(t: (u8, u8, u8)) -> u8 { let (x, ..) = t; x }
