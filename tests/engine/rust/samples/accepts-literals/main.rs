fn literals() {
    let decimal = 1_000;
    let hexadecimal = 0xff_u8;
    let octal = 0o17u16;
    let binary = 0b1010_1010u8;
    let leading = 000123;
    let trailing = 5_;
    let suffix = 42_i64;
    let letter = 'a';
    let quote = '\'';
    let newline = '\n';
    let ascii = '\x41';
}
