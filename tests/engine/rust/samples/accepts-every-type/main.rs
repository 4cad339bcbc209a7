fn every_type() {
    let a: u8 = 255;
    let b: u16 = 65_535;
    let c: u32 = 4_294_967_295;
    let d: u64 = 18_446_744_073_709_551_615;
    let e: usize = 0xFFFF_FFFF_FFFF_FFFF;
    let f: i8 = -128;
    let g: i16 = -32768;
    let h: i32 = -2_147_483_648;
    let i: i64 = -9_223_372_036_854_775_808;
    let j: isize = 9_223_372_036_854_775_807;
    let k: bool = true;
    let l: char = '\u{20AC}';
}
