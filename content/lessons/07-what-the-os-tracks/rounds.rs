static mut PAGES: [u8; 12 * 4096] = [0; 12 * 4096];

fn main() {
    let mut round = 0;
    while round < 5 {
        let mut page = 0;
        while page < 12 {
            unsafe { PAGES[page * 4096] += 1 };
            page += 1;
        }
        round += 1;
    }
}
