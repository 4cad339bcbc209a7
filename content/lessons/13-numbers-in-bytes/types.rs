fn main() {
    let bytes: [u8; 4] = [0x52, 0x75, 0x73, 0x74];
    let at = &raw const bytes;
    let as_integer = unsafe { *(at as *const u32) };
    let as_signed = unsafe { *(at as *const i16) };
    let as_float = unsafe { *(at as *const f32) };
    let as_letter = bytes[0] as char;
}
