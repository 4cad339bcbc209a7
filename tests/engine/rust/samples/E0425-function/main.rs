fn main() {
    helpr();
}

fn helper() {}
