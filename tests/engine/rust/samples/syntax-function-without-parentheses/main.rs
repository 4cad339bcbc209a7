fn example {
}
