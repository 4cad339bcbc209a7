async fn example() {}
