trait Sound {
    fn volume(&self) -> u32;
}

struct Cat {
    age: u8,
}

struct Bell {
    weight: u32,
}

impl Sound for Cat {
    fn volume(&self) -> u32 {
        self.age as u32
    }
}

impl Sound for Bell {
    fn volume(&self) -> u32 {
        self.weight
    }
}

fn main() {
    let cat = Cat { age: 4 };
    let bell = Bell { weight: 10 };
    let first: &dyn Sound = &cat;
    let second: &dyn Sound = &bell;
    let soft = first.volume();
    let loud = second.volume();
}
