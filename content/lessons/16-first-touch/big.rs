static mut ROOM: [u8; 64 * 4096] = [0; 64 * 4096];

fn main() {
    let mut page = 0;
    while page < 8 {
        unsafe { ROOM[page * 4096] = 1 };
        page += 1;
    }
}
