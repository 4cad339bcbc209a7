fn example() {}
x = 5;
