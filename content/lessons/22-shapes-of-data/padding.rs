struct Mixed {
    small: u8,
    large: u32,
    other: u8,
}

#[repr(C)]
struct InOrder {
    small: u8,
    large: u32,
    other: u8,
}

fn main() {
    let mixed = Mixed { small: 1, large: 2, other: 3 };
    let in_order = InOrder { small: 1, large: 2, other: 3 };
}
