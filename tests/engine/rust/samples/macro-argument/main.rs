macro_rules! sum {
    ($($part:expr),+) => {
        0 $(+ $part)+
    };
}

fn main() {
    println!(
        "{}",
        sum!(
            1,
            missing,
            3
        )
    );
}
