fn helper() {}

fn example() {
    helper(1);
}
