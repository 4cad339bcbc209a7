let x: u8 = 42;
