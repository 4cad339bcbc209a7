fn main() {
    let letter = 'ü';
    let byte = b'A';
    let next = (byte + 1) as char;
}
