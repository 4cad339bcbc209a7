static mut GRID: [[u32; 16]; 16] = [[1; 16]; 16];

fn main() {
    let mut sum: u32 = 0;
    let mut row = 0;
    while row < 16 {
        let mut column = 0;
        while column < 16 {
            sum += unsafe { GRID[row][column] };
            column += 1;
        }
        row += 1;
    }
    println!("{sum}");
}
