union U { a: u8, b: i8 }

fn f() {}
