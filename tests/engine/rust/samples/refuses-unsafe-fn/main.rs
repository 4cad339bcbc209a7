unsafe fn example() {}
