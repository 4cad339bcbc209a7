// a line
/* a block /* within a block */ */
fn comments(/* nothing */) /* before the body */ {
    let x /* between */ : u8 = // before the value
        42; /* behind */
    let y = /* one */ x /* two */ + /* three */ 1 /* four */;
}
