macro_rules! quotient {
    ($a:expr, $b:expr) => {
        $a / $b
    };
}

macro_rules! drops {
    ($($name:ident = $value:expr;)*) => {
        $(let $name = Loud($value);)*
    };
}

struct Loud(i32);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    drops! {
        a = 1;
        b = 2;
    }
    let _again = Loud(a.0 + b.0);
    let zero = b.0 - a.0 - 1;
    println!("{}", quotient!(8, zero + 2));
    println!("{}", quotient!(8, zero));
}
