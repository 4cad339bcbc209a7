fn letters() {
    let größe: u8 = 3;
    let 大きさ = größe;
}
